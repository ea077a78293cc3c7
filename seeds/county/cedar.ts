/** The cast of the Cedar Falls Teen Court. All of them are made up. Read by `readCast`. */

export const volunteers = `
Aiyana Littlebird, 16 | Cedar Falls High | Joseph Littlebird, en | hoop dancing, hearing people out
Beckett Stroud, 15 | Cedar Falls High | Laurel Stroud, en | welding, geography
Camila Ordóñez, 14 | Cedar Falls Middle | Pilar Ordóñez, es | marching band, science
Dorian Fairchild, 17 | Cedar Falls High | Celia Fairchild, en | theatre, volunteering at the shelter
Esme Tallgrass, 15 | Cedar Falls High | Ruben Tallgrass, en | horses, plain speaking
Faisal Mahmoudi, 16 | Cedar Falls High | Yasmin Mahmoudi, en | soccer, helping with forms
Greta Olofsson, 14 | Cedar Falls Middle | Sven Olofsson, en | knitting, arguing fairly
Hugo Martineau, 15 | Cedar Falls High | Claire Martineau, fr | hockey, cooking
Ines Valdivia, 16 | Cedar Falls High | Tomás Valdivia, es | robotics, tutoring
`

export const cases = `
Jolene Birchfield, 15, Cedar Falls High | Wade Birchfield, en | vandalism | Cedar Falls Fairgrounds $65 | closed @-6
barrel racing, singing harmony
Drove a golf cart through a fence at the fairgrounds.
It wasn't my cart and it wasn't my fence. It was my idea, though.

Kwabena Asante, 16, Cedar Falls High | Adwoa Asante, en | shoplifting | Hilltop Hardware $34 | closed @-5
repairing small engines, chess
Left Hilltop Hardware with a socket set in his pocket.
I needed it for a job that I was going to be paid for. I see the problem.

Lila Moonan, 14, Cedar Falls Middle | Indra Moonan, en | theft-petty | * Corey Banks | closed @-4
drawing, feeding everybody
Took a game console from a neighbor's porch and brought it back when asked.
I said I found it. You don't find things on porches.

Miles Haverford, 15, Cedar Falls High | Janet Haverford, en | graffiti | Cedar Falls Water Tower | withdrew @-4
climbing, astronomy
Wrote the year of his class on the water tower.
Every class does it. I was the one who got seen.

Nayeli Cordero, 16, Cedar Falls High | Blanca Cordero, es | harassment | * Tess Albright | late @-3
volleyball, taking care of her nieces
Followed another girl home from school on three days and called her names.
I wouldn't let anybody talk like that to my nieces.

Orson Pike, 14, Cedar Falls Middle | Darlene Pike, en | false-alarm | Cedar Falls Middle School | soon @-2
yo-yo, memorizing baseball numbers
Set off the smoke alarm in the science room with a lighter.
I wanted to know if it worked. It works.

Perla Sandoval, 15, Cedar Falls High | Irma Sandoval, es | disorderly | Main Street Diner | active @-1
baton twirling, working the register
Threw food at another table in the diner until everybody had to leave.
My cousin washes dishes there. She had to clean it up.

Rowan Fitzgerald, 16, Cedar Falls High | Nora Fitzgerald, en | alcohol | - | unsigned @-1
harp, lifeguarding
Was found with two bottles of beer behind the grandstand.
I'm a lifeguard. I should have known what people can turn into.

Tobias Engelhardt, 14, Cedar Falls Middle | Ulrike Engelhardt, en | trespass | Grain Elevator | docketed @0
trumpet, raising rabbits
Climbed the ladder of the grain elevator with a friend.
I got scared at the top. They had to talk me down for an hour.

Selena Whitecloud, 15, Cedar Falls High | Thomas Whitecloud, en | shoplifting | Hilltop Hardware $29 | hearing @0
painting, driving a tractor
Took spray paint from Hilltop Hardware for a school project.
It was for something good. It was still taking.

Uriel Montoya, 15, Cedar Falls High | Graciela Montoya, es | fight-mutual | * Jed Larkin | intake -8
wrestling, baking bread
Fought with another boy behind the gym.
-

Violet Sundgaard, 13, Cedar Falls Middle | Erik Sundgaard, en | littering | Cedar Creek | screening -2
clarinet, collecting stones
Pushed two shopping carts into Cedar Creek.
-

Wyatt Collingwood, 17, Cedar Falls High | Beth Collingwood, en | impaired-driving | - | ineligible-returned -60
calf roping, mechanics
Was stopped driving after two beers.
-
`
