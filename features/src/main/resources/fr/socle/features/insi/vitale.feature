# language: fr
@INS @vague1
Fonctionnalité: Rechercher l'INS d'un patient avec sa carte Vitale

  La carte Vitale est une clé de recherche, non une pièce d'identité. Pour INS/va1.34 ce contrôle est propre à Socle :
  la preuve reste l'attestation du CNDA.

  Contexte:
    Étant donné un médecin au poste, avec sa carte si le logiciel s'en sert

  @REQ:INSI-T04 @REQ:INSI-T19
  Scénario: le patient est retrouvé avec sa carte
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Et sa carte Vitale, dans le lecteur
    Quand le médecin appelle INSi avec la carte Vitale
    Alors INSi a été appelé pour le bénéficiaire choisi
    Et les assertions de ses appels à INSi sont en règle

  @REQ:INS/va1.40
  Scénario: une identité retrouvée avec la carte Vitale est récupérée, non qualifiée
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Et sa carte Vitale, dans le lecteur
    Quand le médecin appelle INSi avec la carte Vitale
    Alors INSi a rendu cette identité
    Et son identité est récupérée

  @REQ:INSI-T01 @REQ:INSI-T02 @REQ:INSI-T03 @REQ:INSI-T05
  Scénario: les appels du logiciel avec la carte Vitale sont en règle
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Et sa carte Vitale, dans le lecteur
    Quand le médecin appelle INSi avec la carte Vitale
    Alors ses appels à INSi sont en règle

  @REQ:INS/va1.34
  Scénario: l'INS se cherche par les traits et par la carte Vitale
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin appelle INSi
    Et un autre patient arrive, sa carte Vitale dans le lecteur
    Et le médecin appelle INSi avec la carte Vitale
    Alors INSi a reçu une recherche par les traits et une par la carte Vitale

  @REQ:INSI-T19
  Scénario: deux patients sont cherchés l'un après l'autre, chacun avec sa carte
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Et la carte Vitale d'un autre patient, déjà retrouvé avec elle
    Et sa carte Vitale, dans le lecteur
    Quand le médecin appelle INSi avec la carte Vitale
    Alors INSi a été appelé pour le bénéficiaire choisi

  @REQ:INSI-T19
  Scénario: l'enfant est sur la carte de son parent
    Étant donné un patient connu d'INSi
    Et sa carte Vitale, qui couvre aussi son enfant, dans le lecteur
    Quand le médecin crée le dossier de l'enfant et appelle INSi avec la carte Vitale
    Alors INSi a été appelé pour le bénéficiaire choisi

  @REQ:INSI-T04
  Scénario: la carte reste vingt minutes dans le lecteur
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Et sa carte Vitale, qui couvre aussi son enfant, dans le lecteur
    Quand le médecin appelle INSi avec la carte Vitale
    Et vingt et une minutes passent, la carte laissée dans le lecteur
    Et le médecin crée le dossier de l'enfant et appelle INSi avec la carte Vitale
    Alors aucune assertion de carte Vitale n'était trop vieille

  @REQ:INSI-T19
  Scénario: la carte est remplacée entre le choix du bénéficiaire et l'appel
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Et la carte Vitale d'un autre patient, déjà retrouvé avec elle
    Et sa carte Vitale, dans le lecteur
    Quand le médecin choisit le bénéficiaire et appelle INSi, la carte ayant été remplacée entre-temps
    Alors aucun appel à INSi ne mêle les deux cartes
    Et aucun appel à INSi n'emploie la carte remplacée
    Et son dossier ne porte pas l'INS d'un autre

  @REQ:INSI-T19
  Scénario: la carte n'est plus dans le lecteur
    Étant donné un patient retrouvé avec sa carte Vitale, qu'il a reprise
    Quand le médecin appelle INSi avec la carte Vitale
    Alors INSi n'a reçu aucun appel avec la carte reprise

  @REQ:INSI-T08
  Scénario: INSi ne connaît pas la bénéficiaire de la carte
    Étant donné une patiente qu'INSi ne connaît pas
    Et son dossier, que le médecin a créé
    Et sa carte Vitale, dans le lecteur
    Quand le médecin appelle INSi avec la carte Vitale
    Alors le logiciel dit au médecin qu'INSi ne la connaît pas
    Et son identité reste provisoire
    Et son dossier ne porte pas d'INS

  @REQ:INSI-T15
  Scénario: un NIA retrouvé avec la carte Vitale reste un NIA
    Étant donné un patient dont le matricule est un NIA
    Et son dossier, que le médecin a créé
    Et sa carte Vitale, dans le lecteur
    Quand le médecin appelle INSi avec la carte Vitale
    Alors INSi a rendu cette identité
    Et son dossier garde la nature du matricule rendu par INSi

  @REQ:INSI-T08 @REQ:INSI-T18
  Plan du Scénario: la carte Vitale lue, INSi <panne>, puis est rétabli
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Et sa carte Vitale, dans le lecteur
    Et une panne : INSi <panne>
    Quand le médecin appelle INSi avec la carte Vitale
    Alors le logiciel dit au médecin qu'INSi ne répond pas
    Et son identité reste provisoire
    Et son dossier ne porte pas d'INS
    Quand INSi est rétabli
    Et le médecin appelle INSi avec la carte Vitale
    Alors INSi l'a retrouvé cette fois

    Exemples:
      | panne                                  |
      | répond que le service est indisponible |
      | échoue à la recherche par carte Vitale |
      | rend une page d'erreur                 |
      | coupe la connexion                     |
