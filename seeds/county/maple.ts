/** The cast of the Maple Street Youth Court. All of them are made up. Read by `readCast`. */

/** Volunteers: name, age | school | guardian, language | what they are good at. */
export const volunteers = `
Amara Okonkwo, 16 | Carver High | Ngozi Okonkwo, en | asking good questions, spoken word
Jonah Feldmann, 15 | Northfield High | Ruth Feldmann, en | chess, explaining maths
Linh Tran-Dubois, 17 | Riverside Academy | Mai Tran, en | translating for her grandmother, track and field
Diego Salcedo, 14 | Lincoln Middle | Carmen Salcedo, es | drums, knowing everybody's name
Hana Yoshikawa, 15 | Saint Brigid's | Kenji Yoshikawa, en | drawing animals, remembering details
Malik Underwood, 16 | Carver High | Denise Underwood, en | basketball, cooling people down
Freya Halvorsen, 14 | Eastgate Middle | Nils Halvorsen, en | baking, reading aloud to children
Aarav Deshmukh, 17 | Northfield High | Sunita Deshmukh, en | robotics, patience
Zainab Rahimi, 16 | Riverside Academy | Farid Rahimi, en | debate, writing letters that sound like people
Caleb Redfeather, 15 | Northfield High | Anna Redfeather, en | beadwork, listening
Noémie Tshibangu, 15 | Saint Brigid's | Espérance Tshibangu, fr | singing, speaking three languages
Oskar Lewandowski, 13 | Eastgate Middle | Ewa Lewandowska, en | building things from nothing, trivia
Priscilla Mensah, 14 | Lincoln Middle | Kofi Mensah, en | braiding hair, keeping a group on track
Rafael Quintanar, 17 | Carver High | Beatriz Quintanar, es | coaching little league, fixing bikes
Sofia Petrakis, 16 | Saint Brigid's | Eleni Petrakis, en | theatre, noticing who is quiet
Tyrell Hutchins, 13 | Lincoln Middle | Gloria Hutchins, en | jokes, drawing comics
Ulani Kahale, 15 | Riverside Academy | Leilani Kahale, en | swimming, ukulele
Viktor Sorensen, 14 | Eastgate Middle | Pia Sorensen, en | cooking, knowing bus routes by heart
Wren Castellano, 16 | Northfield High | Dominic Castellano, en | photography, saying hard things kindly
Ximena Robledo, 13 | Lincoln Middle | Teresa Robledo, es | gymnastics, science projects
Yusuf Abdirahman, 17 | Carver High | Halima Abdirahman, en | soccer, homework club
Zoe Applegarth, 15 | Riverside Academy | Martin Applegarth, en | sewing, organizing anything
Emeka Nwosu, 14 | Saint Brigid's | Chidi Nwosu, en | piano, making peace at home
Talia Bronstein, 16 | Eastgate High | Miriam Bronstein, en | guitar, fairness
`
