# language: fr
@DMP @vague1
Fonctionnalité: De l'identité du patient à son DMP

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect

  @REQ:DMP/va1.01 @REQ:INS/va1.52 @REQ:DOC/va1.04 @REQ:DMP-T16
  Scénario: de la carte d'identité au DMP
    Étant donné une patiente née à Ajaccio, connue d'INSi sous trois prénoms
    Quand le médecin crée son dossier avec son premier prénom, contrôle sa carte d'identité et appelle INSi
    Et le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois
    Et ce document porte l'INS rendue par INSi

  @REQ:DMP/va1.19 @REQ:DMP/UX.50 @REQ:DMP/UX.31
  Scénario: de la carte d'identité au document d'un confrère, rangé dans le dossier
    Étant donné une patiente née à Ajaccio, connue d'INSi sous trois prénoms
    Et son DMP est ouvert, sans autorisation pour le médecin
    Et dans son DMP, un compte rendu de consultation d'un confrère
    Quand le médecin crée son dossier avec son premier prénom, contrôle sa carte d'identité et appelle INSi
    Et le patient accepte que le médecin consulte son DMP
    Et le médecin ouvre le dossier du patient
    Et le médecin liste les documents du DMP
    Et le médecin ouvre le document du confrère
    Et le médecin intègre le document du confrère
    Alors le DMP a reçu une autorisation pour le médecin, avant toute consultation
    Et le DMP a vérifié le droit du médecin, donné la liste, puis le document
    Et le DMP a remis le document du confrère

  @REQ:INS/va1.53
  Scénario: rien ne part d'une identité récupérée, tout part une fois qualifiée
    Étant donné un patient à l'identité récupérée
    Quand le médecin valide un courrier d'adressage
    Alors ce document ne part pas au DMP
    Quand le médecin contrôle la carte d'identité du patient
    Et le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois

  @REQ:INS/va1.08
  Scénario: rien ne part plus d'une identité qu'INSi dément
    Étant donné un patient à l'identité qualifiée
    Et un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin fait vérifier cette INS, qu'INSi dément
    Et le médecin valide un courrier d'adressage
    Alors ce document ne part pas au DMP

  @REQ:INS/va1.44
  Scénario: rien ne part plus d'une identité marquée douteuse
    Étant donné un patient à l'identité qualifiée
    Et un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin marque son identité comme douteuse
    Et le médecin valide un courrier d'adressage
    Alors ce document ne part pas au DMP

  @REQ:INS/va1.46
  Scénario: le cabinet sait à qui l'INS est partie
    Étant donné un patient à l'identité qualifiée
    Et un courrier d'adressage que le médecin a envoyé au DMP
    Quand l'administrateur lit les traces du dossier
    Alors les traces disent que ce document est parti au DMP

  @REQ:DMP/UX.11
  Scénario: le statut de l'identité se voit sans un clic
    Étant donné un patient à l'identité qualifiée
    Quand le médecin ouvre le dossier du patient
    Alors le dossier ouvert montre une identité qualifiée
