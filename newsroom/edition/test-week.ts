/** A report of a small newsroom: the day of the month, the headline and a body of a few sentences. */
export type Report = readonly [day: number, headline: string, body: string];

/** Five reports of one running story. */
export const outbreak: readonly Report[] = [
  [
    1,
    'Bird flu confirmed at farm near Oldenmark',
    'Bird flu has been found at a poultry farm near Oldenmark, the agriculture ministry said on Monday. All 22,000 hens will be culled. A zone of three kilometres was sealed off.',
  ],
  [
    2,
    'Second farm near Oldenmark hit by bird flu',
    'Vets found the virus at another farm, four kilometres from the first. Farmers in the district must keep their birds inside. Eggs from the area may not be sold.',
  ],
  [
    4,
    'Egg prices rise as flocks are culled',
    'Eggs cost a fifth more than a week ago. Traders blame the outbreak in Oldenmark, where 60,000 hens have been killed. Supermarkets limit sales to two boxes for each customer.',
  ],
  [
    6,
    'Farmers demand compensation for culled hens',
    'Poultry farmers blocked a road to Oldenmark with tractors on Saturday. They say the state pays less than half of what a hen is worth. Agriculture minister Tomas Brandl promised talks.',
  ],
  [
    8,
    'Oldenmark zone lifted after no new cases',
    'No case of bird flu has been found for five days, and the ministry has lifted most restrictions. Brandl thanked the farmers. Birds must stay indoors until the end of the month.',
  ],
];

/** Five reports of another one. */
export const blaze: readonly Report[] = [
  [
    1,
    'Fire destroys tyre warehouse in Harrow Vale',
    'Ninety firefighters battled a blaze at a tyre warehouse in the Harrow Vale industrial park overnight. Black smoke could be seen thirty kilometres away. Two people were treated for burns.',
  ],
  [
    2,
    'Schools closed as smoke drifts over Harrow Vale',
    'Eleven schools stayed shut on Monday because of smoke from the burning warehouse. The health office advised people to keep windows closed. Officials said the fire could smoulder for days.',
  ],
  [
    4,
    'Warehouse owner stored twice the permitted tyres',
    'Council records show that Brandt Recycling was allowed to store 40,000 tyres. Inspectors had counted nearly 90,000 last spring. The firm had been fined twice before the blaze.',
  ],
  [
    6,
    'Brandt Recycling director questioned by police',
    'Police questioned a director of Brandt Recycling on Friday over the fire in Harrow Vale. No charges have been brought. The company said it was helping the investigators.',
  ],
  [
    8,
    'Residents of Harrow Vale demand soil tests',
    'More than two hundred residents packed a meeting on Sunday and asked for tests of soil and wells near the burnt warehouse. The mayor promised first results within two weeks.',
  ],
];

/** What else such a newsroom writes in these days: no two reports are of one story. */
export const others: readonly Report[] = [
  [
    1,
    'Apricot harvest begins early',
    'Growers in the southern hills began to pick apricots two weeks earlier than usual. A warm spring brought the blossom forward. Prices are expected to fall.',
  ],
  [
    1,
    'Railway museum reopens with clock exhibition',
    'Ninety clocks are on show in the restored station hall. Visitors can hear them strike noon together. The exhibition runs until September.',
  ],
  [
    2,
    'Striker joins rivals for record fee',
    'The league’s top scorer has moved to his former club’s rivals for a record fee. He signed a contract for four years, his agent said on Monday.',
  ],
  [
    2,
    'Central bank cuts interest rates',
    'The central bank lowered its main rate by a quarter point. Economists expect another cut before the summer. Savers will get less from April.',
  ],
  [
    3,
    'Comet visible before dawn',
    'A comet can be seen with binoculars low in the east before sunrise. Astronomers recommend a dark place. It will return in 4,200 years.',
  ],
  [
    3,
    'Opera appoints new conductor',
    'Maria Sandoval becomes principal conductor of the city opera. She begins in autumn with a cycle of northern symphonies. The house has been without a conductor for a year.',
  ],
  [
    4,
    'Vaccine trial shows promise',
    'A vaccine against a common fever protected eight in ten volunteers, researchers said on Wednesday. Nurses followed them for eighteen months. A larger trial begins next year.',
  ],
  [
    4,
    'Parliament passes budget',
    'Parliament approved the budget by 14 votes. Spending on roads grows, and the tax on fuel rises by two cents. The opposition voted against it.',
  ],
  [
    5,
    'Wolves seen near northern villages',
    'Farmers have reported a pack of five wolves near three villages. The ranger service asked them to keep dogs indoors at night. Sheep were killed on two farms.',
  ],
  [
    5,
    'Chess champion keeps title',
    'The world chess champion drew the last game on Thursday and keeps her title. The match lasted for three weeks. Her opponent missed a win in game nine.',
  ],
  [
    6,
    'New bridge opens over the Tern',
    'A bridge of 840 metres over the river Tern was opened to traffic on Friday. It halves the journey to the coast. Cyclists have a lane on each side.',
  ],
  [
    6,
    'Novelist wins national prize',
    'The prize for the best novel goes to Jonas Weil for a book about a lighthouse keeper. The jury praised its quiet wit. He gets 25,000 euros.',
  ],
  [
    7,
    'Hospital opens heart unit',
    'The regional hospital has opened a unit for heart patients with twenty beds. Doctors hope for shorter waits. The state paid half of the cost.',
  ],
  [
    7,
    'Election date set for June',
    'The president has called the general election for the second Sunday in June. Parties must hand in their lists by the end of April.',
  ],
  [
    8,
    'Heavy snow closes mountain pass',
    'Snow closed the Gelder pass on Saturday. Drivers must take the tunnel. Forecasters expect the pass to stay shut until Tuesday.',
  ],
  [
    8,
    'Bakers warn of higher bread prices',
    'Bread will cost more because of energy bills, the association of bakers said. Many shops have shortened their hours. The minister rejected calls for subsidies.',
  ],
  [
    9,
    'Teachers get more pay',
    'Teachers and the state agreed on five per cent more pay. The union will ask its members to vote. The deal covers 60,000 people.',
  ],
  [
    9,
    'Satellite launched to watch forests',
    'A satellite that measures forests was launched on Sunday. It sees the height of trees through clouds. First pictures are due in a month.',
  ],
  [
    10,
    'Swimmer breaks world record',
    'Ana Tull swam the 200 metres faster than any woman before. She was four tenths of a second under the old record. The crowd rose to its feet.',
  ],
  [
    10,
    'Court rejects claim over airport noise',
    'A court has rejected a claim by families who live near the airport. Judges said the rules on night flights had been followed. The families will appeal.',
  ],
];
