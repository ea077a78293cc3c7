/** Young people of the Maple Street Youth Court whose case a jury has heard. All of them are made up. */

/**
 * The cases: name, age, school | guardian, language | offence | who was harmed, what it cost | what becomes of the case.
 * Then what they are good at; what happened; their own words. A star stands before a person.
 */
export const heard = `
Mateo Fuentes, 15, Riverside Academy | Lucía Fuentes, en | shoplifting | Galaxy Electronics $48 | active @-3
fixing phones, making his cousins laugh, skateboarding
Put two video games under his jacket at Galaxy Electronics and was stopped at the door. The games were not damaged.
I wanted what my friends had. The man at the door had to stay an hour late because of me.

Brielle Jacobsen, 14, Lincoln Middle | Karen Jacobsen, en | vandalism | Northside Library $60 | closed @-13
volleyball, decorating cakes
Scratched letters into two tables in the reading room of the Northside Library during a study hour.
It was boring and then it was too late to stop. My little sister reads at those tables.

Dashawn Pettiford, 16, Carver High | Yolanda Pettiford, en | fight-mutual | * Owen Kessler | closed @-13
boxing club, taking care of his grandfather
A shoving match on the bus platform turned into a fight. Both had bruises; nobody needed a doctor.
He said something about my family and I didn't walk away. I know how to walk away.

Esperanza Villalobos, 15, Northfield High | Marisol Villalobos, es | shoplifting | Petal Cosmetics $31 | closed @-12
dancing, running her church's sound desk
Left Petal Cosmetics with nail polish and a brush set in her sleeve.
I had the money. I still don't know why. I would like to say sorry to the lady.

Finn O'Dwyer, 13, Eastgate Middle | Maeve O'Dwyer, en | false-alarm | Eastgate Middle School | waived @-12
magic tricks, animals of every kind
Pulled the fire alarm before a maths test; four hundred students stood in the rain for twenty minutes.
Everyone laughed and then a kid with asthma had to go home. Nobody laughed then.

Grace Adeyemi, 16, Saint Brigid's | Folake Adeyemi, en | identity-false | Starlight Cinema | closed @-11
writing songs, being on time
Showed her cousin's ID to get into a late film and gave the cousin's name when asked.
My cousin got a phone call from the police because of me. She still talks to me, which is nice of her.

Hector Maldonado, 17, Carver High | Ramón Maldonado, es | graffiti | Water Street Bakery $150 | returned @-11
painting murals, welding class
Sprayed a four-letter tag on the side wall of the Water Street Bakery at night.
I paint. I'm good. I picked the wrong wall.

Imani Broussard, 14, Lincoln Middle | Celeste Broussard, fr | school-disruption | Lincoln Middle School | closed @-10
step dance, sticking up for people
Stood on a desk and would not come down until the class was sent out; two lessons were lost.
I was angry at one person and made it everybody's problem.

Jasper Lindgren, 15, Northfield High | Astrid Lindgren-Cole, en | trespass | Old Mill Quarry | closed @-9 after reset @-10
climbing, first aid
Climbed the fence of the Old Mill Quarry with two others to swim.
The signs were there. I thought they were for other people.

Keisha Montrose, 16, Riverside Academy | Patrice Montrose, en | cyber-harassment | * Dalia Hersch | terminated @-9
editing videos, doing hair
Sent messages to a classmate for two weeks after she had asked her to stop.
I was mad that she had new friends. I said things I would not say out loud.

Leo Vandermeer, 13, Eastgate Middle | Joost Vandermeer, en | fireworks | Eastgate Park | ending @-8
building rockets, chess
Set off fireworks in a trash can in Eastgate Park; the can melted.
It was supposed to go up, not sideways.

Mina Haddadi, 15, Saint Brigid's | Parisa Haddadi, en | shoplifting | Corner Market $22 | review @-8
calligraphy, taking care of two brothers
Took snacks and a phone cable from Corner Market on the way home from school.
I was going to pay the next time. There were a lot of next times.

Nathaniel Oyelaran, 17, Carver High | Bisi Oyelaran, en | marijuana | - | closed @-7
trumpet, tutoring fourth graders
Had a small amount of marijuana in his jacket at a football game.
It was mine. I didn't want to say that in front of my mother, but it was mine.

Odalys Figueroa, 14, Northfield High | Ana Figueroa, es | theft-petty | * Brooke Tanaka | closed @-7
drawing, remembering birthdays
Took a pair of earphones from another student's bag in the locker room and gave them back two days later.
I gave them back before anybody asked. I want that to count a little.

Pavel Dragomir, 16, Northfield High | Irina Dragomir, en | joyriding | * Stephen Dragomir | late @-6
engines, cooking for six
Drove his uncle's car around the block without asking and scraped a gatepost.
I wanted to show I could. My uncle would have taught me if I had asked.

Quinn Ashworth, 15, Riverside Academy | Robin Ashworth, en | vandalism | Harmon Bus Lines $95 | asked @-6
woodwork, writing plays
Kicked in the panel of a bus shelter after a lost game.
We lost and I took it out on glass.

Rosalind Achebe, 16, Saint Brigid's | Uche Achebe, en | alcohol | - | soon @-5
choir, running the school garden
Was found with two cans of hard cider at a lakeside party that the police ended.
I said it was juice. The officer was nicer to me than I was honest.

Silas Whitehorse, 14, Lincoln Middle | Marie Whitehorse, en | theft-bicycle | * Gabriel Stone | late @-5
horses, repairing bikes
Rode off on a bicycle that stood unlocked outside the pool and left it by the river.
I needed to get home and it was there. I didn't think about how he got home.

Tamsin Blackwood, 13, Eastgate Middle | Fiona Blackwood, en | harassment | * Ivy Morales | waiting @-5
gymnastics, inventing games for small kids
Put notes into another girl's locker every morning for a week.
I thought it was funny because other people laughed. She stopped coming to lunch.

Umar Siddiqui, 15, Carver High | Nadia Siddiqui, en | disorderly | City Mall | soon @-4
cricket, doing his parents' taxes on the computer
Ran the wrong way up the mall escalators with a shopping cart until a guard was knocked over.
I was filming. I watched the video and I look like a fool.

Valentina Espinoza, 16, Northfield High | Gladys Espinoza, es | receiving | * Harold Pugh | waiting @-4
math, caring for her grandmother
Kept a phone that a friend had given her although she knew whose it was.
He said finders keepers. I knew better and I liked the camera.

Wesley Kowalczyk, 14, Lincoln Middle | Danuta Kowalczyk, en | false-report | Maple County Police | fix @-3
model trains, cooking pierogi
Told the police that somebody had taken his bicycle when he had sold it.
I didn't want my dad to know I sold it. Then there was an officer in our kitchen.

Xochitl Barrera, 15, Saint Brigid's | Silvia Barrera, es | assault-simple | * Paige Donovan | active @-2 after missed @-3
running, braiding, making people feel at home
Pushed another girl against a fence after practice. The girl's lip was cut.
She is okay now. I'd like her not to be scared of me.

Yael Rosenthal, 16, Riverside Academy | Naomi Rosenthal, en | fare-evasion | Metro Transit | withdrawn @-1
violin, crosswords
Rode the train without a ticket four times in one week and gave a false name once.
The first time was an accident. The other three were not.

Zachary Tillman, 17, Carver High | Loretta Tillman, en | obstructing | Maple County Police | absent @-1 after missed @-2
barbering, keeping his friends calm
Stood between an officer and his friend and would not step aside.
I thought he'd get hurt. I get now that I made it more likely.

Anika Bergström, 14, Eastgate Middle | Lars Bergström, en | shoplifting | Galaxy Electronics $39 | active @-2
coding small games, skating
Took a memory card from Galaxy Electronics.
My mom thinks I was with friends. I was alone. That's worse, I think.

Bashir Noorzai, 15, Northfield High | Laila Noorzai, en | vandalism | Northfield High School $40 | unsigned @-1
poetry, soccer, learning languages from songs
Broke a mirror in the boys' washroom with a thrown shoe.
I was aiming at the bin. I should have stayed and said so.
`
