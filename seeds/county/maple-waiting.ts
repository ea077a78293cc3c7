/** Young people of the Maple Street Youth Court whose case no jury has heard yet. All of them are made up. */

export const waiting = `
Camille Beausoleil, 13, Lincoln Middle | Yvette Beausoleil, fr | theft-petty | * Rhea Simmons | docketed @0
drawing, cooking with her uncle
Took ten dollars from a classmate's lunch box.
I wanted the museum trip. I was too proud to say we couldn't pay.

Darnell Whitlock, 16, Carver High | Tonya Whitlock, en | fight-mutual | * Andre Poole | docketed @0
cutting hair, making beats, patient with kids
Fought with another student in the school parking lot after weeks of messages.
It took five weeks to start and one minute to be stupid.

Elif Yıldırım, 15, Riverside Academy | Sevgi Yıldırım, en | graffiti | Harmon Bus Lines $80 | docketed @0
lettering, kite making
Wrote her name in marker along the inside of a bus.
I wanted somebody to see it. Somebody did.

Felipe Arancibia, 14, Northfield High | Jorge Arancibia, es | trespass | Lakeview Pool | docketed @1
diving, guitar
Climbed into the Lakeview Pool after closing with three others and went down the slide.
Best slide of my life and then the flashlights.

Gwendolyn Price, 16, Saint Brigid's | Howard Price, en | alcohol | - | ready -30
editing the school paper, archery
Was sitting in a parked car with an open bottle of wine and two friends.
I'm usually the one who tells them not to.

Hao Nguyen-Park, 13, Eastgate Middle | Ji-woo Park, en | fireworks | Eastgate Park | consents -16
origami, looking after the class hamster
Threw firecrackers off the footbridge in Eastgate Park.
I only thought about the noise. There was a dog.

Isadora Pinheiro, 15, Northfield High | Sandra Pinheiro, en | shoplifting | Petal Cosmetics $27 | intake -9
samba, helping at her aunt's shop
Left Petal Cosmetics without paying for a lipstick and a mirror.
-

Jamal Easterbrook, 16, Carver High | Vernon Easterbrook, en | disorderly | City Mall | contacting -8
parkour, sketching buildings
Jumped from stall to stall in the food court while others filmed.
-

Katya Morozova, 14, Lincoln Middle | Olga Morozova, en | truancy | Lincoln Middle School | screening -3
piano, growing tomatoes
Missed twenty-two school days since the autumn without leave.
-

Lamar Fontaine, 15, Riverside Academy | Renée Fontaine, fr | vandalism | Water Street Bakery $70 | referred -1
football, baking with his aunt
Threw a stone at the sign of the Water Street Bakery; the lamp behind it broke.
-

Maribel Santoyo, 16, Northfield High | Elvira Santoyo, es | marijuana | - | referred -2
softball, babysitting half the street
Had a small amount of marijuana in her school bag, found at the front door.
-

Nolan Pruitt, 17, Carver High | Sheila Pruitt, en | weapon-school | Carver High School | ineligible -5
fishing, carpentry
Brought a hunting knife to school in the pocket of a jacket and handed it in when it was seen.
-

Oriana Caldera, 15, Saint Brigid's | Miguel Caldera, es | curfew | - | unreached -75
roller skating, nail art
Was out at two in the morning on a school night, for the second time.
-
`
