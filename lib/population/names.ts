// Names as France bears them. Each first name meets each family name by chance: nobody is meant.

export const WOMEN: readonly string[] = [
  'Amandine', 'Amina', 'Aïcha', 'Anaïs', 'Anne-Sophie', 'Assia', 'Aurélie', 'Béatrice', 'Bérengère', 'Brigitte', 'Camille', 'Catherine',
  'Céline', 'Chantal', 'Christelle', 'Clémence', 'Corinne', 'Delphine', 'Dominique', 'Élodie', 'Émilie', 'Estelle', 'Fanta', 'Fatima',
  'Fatoumata', 'Florence', 'Françoise', 'Gaëlle', 'Graziella', 'Hélène', 'Huyền', 'Inès', 'Isabelle', 'Jade', 'Joëlle', 'Karima',
  'Katarzyna', 'Laëtitia', 'Laurence', 'Leïla', 'Léa', 'Linda', 'Lucie', 'Magali', 'Maïwenn', 'Manon', 'Maria', 'Marie-Claude',
  'Marie-Laure', 'Mathilde', 'Mélanie', 'Meryem', 'Mireille', 'Monique', 'Nadia', 'Naïma', 'Nathalie', 'Noémie', 'Océane', 'Odile',
  'Patricia', 'Pauline', 'Priscilla', 'Rachida', 'Rosa', 'Sabrina', 'Samira', 'Sandrine', 'Solène', 'Sonia', 'Stéphanie', 'Sylvie',
  'Tatiana', 'Valérie', 'Vanessa', 'Véronique', 'Virginie', 'Yasmine', 'Yaëlle', 'Zoé',
]

export const MEN: readonly string[] = [
  'Abdelkader', 'Adrien', 'Alain', 'Alexandre', 'Amadou', 'Anthony', 'Antoine', 'Arnaud', 'Aurélien', 'Aziz', 'Benoît', 'Bernard',
  'Bruno', 'Cédric', 'Christophe', 'Clément', 'Cyril', 'Damien', 'David', 'Denis', 'Didier', 'Dương', 'Emmanuel', 'Éric', 'Erwan',
  'Fabrice', 'Farid', 'Florian', 'François', 'Frédéric', 'Gaël', 'Gérard', 'Grégory', 'Guillaume', 'Hakim', 'Hervé', 'Hugo', 'Ibrahima',
  'Jean-Baptiste', 'Jean-François', 'Jean-Luc', 'Jérôme', 'João', 'Joël', 'Jonathan', 'Julien', 'Karim', 'Kévin', 'Laurent', 'Loïc',
  'Lucas', 'Ludovic', 'Malik', 'Mamadou', 'Marc', 'Mathieu', 'Maxime', 'Mehdi', 'Michaël', 'Michel', 'Mickaël', 'Mohamed', 'Moussa',
  'Nicolas', 'Olivier', 'Pascal', 'Patrick', 'Philippe', 'Pierre-Yves', 'Rachid', 'Raphaël', 'Régis', 'Rémi', 'Romain', 'Samuel',
  'Sébastien', 'Stanislas', 'Stéphane', 'Sylvain', 'Thierry', 'Thomas', 'Tristan', 'Vincent', 'Wladimir', 'Yann', 'Yannick', 'Youssef',
]

export const FAMILIES: readonly string[] = [
  'Abdallah', 'Achour', 'Adjovi', 'Allard', 'Almeida', 'Amrani', 'Andrieu', 'Antoine', 'Arnould', 'Aubry', 'Ba', 'Bailleul', 'Barbier',
  'Baudry', 'Bélanger', 'Belkacem', 'Ben Salah', 'Benoist', 'Berthelot', 'Besnard', 'Bianchi', 'Blanchet', 'Bonnefoy', 'Bouchard',
  'Boudjema', 'Boulanger', 'Bourgeois', 'Bouvier', 'Brière', 'Caillaud', 'Camara', 'Carpentier', 'Castelnau', 'Çelik', 'Chauvin', 'Chevallier',
  'Cissé', 'Colas', 'Cordier', 'Costa', 'Coulibaly', 'Cousin', 'Da Silva', 'Dembélé', 'Denis', 'Deschamps', 'Diallo', 'Diop', 'Dos Santos',
  'Drouet', 'Ducrocq', 'Dufresne', 'Dumas', 'Dupré', 'Durieux', 'El Amrani', 'El Idrissi', 'Esnault', 'Étienne', 'Faivre', 'Fernandes',
  'Ferrand', 'Fischer', 'Fofana', 'Fontaine', 'Forestier', 'Fournel', 'Gaillard', 'Garnier', 'Gauthier', 'Germain', 'Gicquel', 'Goncalves',
  'Grandjean', 'Grellier', 'Guéguen', 'Guérin', 'Haddad', 'Hamel', 'Hamidi', 'Hébert', 'Hernandez', 'Hoarau', 'Huguet', 'Humbert', 'Imbert',
  'Jacquemin', 'Jamet', 'Joly', 'Jourdain', 'Kaba', 'Kaczmarek', 'Karam', 'Keita', 'Kerbrat', 'Koffi', 'Kouassi', 'Kowalczyk', 'L’Helgoualc’h',
  'Labbé', 'Lacombe', 'Lahaye', 'Lamy', 'Langlois', 'Le Bihan', 'Le Guen', 'Lebreton', 'Leclère', 'Lefèvre', 'Legrand', 'Lemaître', 'Leroux',
  'Lévêque', 'Lopes', 'Maillard', 'Mansouri', 'Marchal', 'Maréchal', 'Marini', 'Martinez', 'Masson', 'Mbaye', 'Mercier', 'Meunier', 'Meyer',
  'Michaud', 'Moreira', 'Moulin', 'Müller', 'N’Diaye', 'Nguyen', 'Noël', 'Nowak', 'O’Brien', 'Ollivier', 'Ouédraogo', 'Paquet', 'Payet',
  'Pelletier', 'Péron', 'Perrier', 'Pham', 'Philippot', 'Picard', 'Pires', 'Poulain', 'Prévost', 'Quéré', 'Rabearivelo', 'Rault', 'Renaud',
  'Ribeiro', 'Rivière', 'Rocher', 'Rodrigues', 'Rossi', 'Roussel', 'Sadoun', 'Saïdi', 'Schmitt', 'Schneider', 'Sow', 'Tanguy', 'Texier',
  'Tholomier', 'Thomé', 'Tran', 'Traoré', 'Vasseur', 'Verdier', 'Vidal', 'Villeneuve', 'Wagner', 'Weiss', 'Yilmaz', 'Zerrouki', 'Zimmermann',
]

/** What stands before some family names. */
export const PARTICLES: readonly string[] = ['de', 'du', 'de La', 'van', 'von', 'Le', 'des']

/** As long as names get: 60 characters with the space between. */
export const LONGEST = { firstName: 'Marie-Bénédicte Apolline', lastName: 'de Vaugrenant-Labastide d’Ornacieux' } as const
