/** The cast of the Harbor County Peer Jury. All of them are made up. Read by `readCast`. */

export const volunteers = `
Abigail Thornbury, 16 | Harbor High | Susan Thornbury, en | sailing, staying calm
Benicio Carranza, 15 | Bayview High | Rosario Carranza, es | graphic design, cooking
Chidera Okafor, 17 | Lighthouse Charter | Ifeoma Okafor, en | track, mock trial
Dylan Mackenzie, 14 | Dunes Middle | Isla Mackenzie, en | bagpipes, long walks
Eun-ji Kwon, 16 | Harbor High | Sung-ho Kwon, en | cello, making lists
Farouk Benali, 15 | Lighthouse Charter | Samira Benali, fr | goalkeeping, chess
Giulia Ferrante, 14 | Bayview High | Paolo Ferrante, en | pottery, telling stories
Hiroshi Nakagawa, 17 | Bayview High | Emi Nakagawa, en | kendo, programming
Indira Pillai, 15 | Harbor High | Radha Pillai, en | dance, remembering both sides
Jerome Batiste, 16 | Lighthouse Charter | Odile Batiste, fr | trombone, mentoring
Kalea Akana, 13 | Dunes Middle | Keoni Akana, en | surfing, drawing maps
Lucas Brandvold, 14 | Dunes Middle | Greta Brandvold, en | cooking, beekeeping
`

export const cases = `
Marcus Delacroix, 16, Harbor High | Simone Delacroix, fr | vandalism | Harbor County Parks $120 | closed @-8
carpentry, steel drum
Broke three slats of the boardwalk by jumping on them for a video.
I fixed things with my grandfather. I can fix that too.

Nadine Achterberg, 14, Dunes Middle | Petra Achterberg, en | shoplifting | Seabreeze Gifts $18 | closed @-7 leave
bird watching, swimming
Took a bracelet from Seabreeze Gifts.
I gave it to my friend and told her I bought it. That was two lies.

Otis Rainey, 15, Bayview High | Bernadette Rainey, en | fight-mutual | * Colm Brady | closed @-6
fishing, cheering people up
Fought with a boy from the other team after a game; both were sent home.
We play each other again in May. I want it to be just a game.

Paloma Irizarry, 17, Lighthouse Charter | Nydia Irizarry, es | false-alarm | Ferry Terminal | returned @-6
stage lighting, math
Pressed the emergency button on the ferry pier; the ferry was held for forty minutes.
I dared myself. That's all it was.

Quentin Harcourt, 16, Harbor High | Delia Harcourt, en | theft-building | Harbor High School $75 | closed @-5 after stopped @-6
cross-country, editing sound
Took a microphone from the school's music room and said he had borrowed it.
I was going to bring it back when the song was done. The song took a month.

Ruth Abebe, 15, Bayview High | Selam Abebe, en | trespass | North Pier | late @-4
coffee ceremonies, drawing
Climbed onto the roof of the closed North Pier arcade at night.
The view was worth it. The fall would not have been.

Santiago Belmonte, 14, Dunes Middle | Alicia Belmonte, es | graffiti | Harbor County Parks $60 | asked @-3
lettering, goalkeeper
Painted on two benches of the harbor walk.
I used washable paint. It wasn't washable.

Thandiwe Mokoena, 16, Lighthouse Charter | Lerato Mokoena, en | cyber-harassment | * Shay Whitcomb | waiting @-3
netball, editing the yearbook
Made a group chat about a classmate and kept it going after being asked to stop.
I typed it from my bed in my pajamas like it was nothing.

Ulises Zamarripa, 15, Harbor High | Norma Zamarripa, es | shoplifting | Seabreeze Gifts $26 | active @-2
surfing, repairing nets
Left Seabreeze Gifts with sunglasses on his head that he had not paid for.
I forgot them at first. Then I noticed and kept walking.

Viviana Castelli, 13, Dunes Middle | Rosa Castelli, en | school-disruption | Dunes Middle School | active @-1
trampoline, being the loudest and the kindest
Set off stink bombs in the corridor on the last day of term.
Everyone remembers it. The janitor remembers it most.

Winston Achampong, 16, Bayview High | Abena Achampong, en | fare-evasion | Harbor Ferries | docketed @0
gospel choir, bicycles
Rode the ferry without a ticket on eleven school days.
I spent the ticket money on lunch.

Xavier Lindqvist-Roy, 15, Lighthouse Charter | Britt Lindqvist, en | vandalism | Ferry Terminal $55 | docketed @0
skating, calculus
Broke the lamp at the skate ramp by the ferry terminal with a board.
I missed the trick. I hit the lamp on purpose after that.

Yara Khoury, 14, Dunes Middle | Georges Khoury, fr | theft-petty | * Mina Salas | ready -28
cooking, gymnastics
Took a friend's silver ring after a sleepover and wore it at school.
I liked her life better than mine that week.

Zeke Harrington, 15, Harbor High | Joanna Harrington, en | fireworks | - | consents -14
kayaking, whittling
Fired bottle rockets from a kayak toward the marina.
Nobody was hit. I know that was luck.

Anneliese Vogel, 16, Bayview High | Dieter Vogel, en | alcohol | - | contacting -12
horse riding, ceramics
Was found with beer at a beach fire.
-

Boris Petkov, 14, Dunes Middle | Daniela Petkova, en | receiving | * Edgar Rowe | referred -2
magic cards, whistling
Bought a phone for ten dollars from an older boy behind the arcade.
-

Celia Munroe, 15, Harbor High | Trevor Munroe, en | trespass | North Pier | unreachable -44
ballet, tide pools
Was found in the closed North Pier arcade with two others.
-

Dmitri Alexakis, 16, Lighthouse Charter | Sofia Alexaki, en | disorderly | Ferry Terminal | declined -25
water polo, baking
Shouted at passengers at the ferry terminal and blocked the gate.
-

Eloise Marchetti, 14, Bayview High | Bruno Marchetti, en | curfew | - | refused -80
flute, photographing storms
Was out after midnight during the storm to take photographs.
-
`
