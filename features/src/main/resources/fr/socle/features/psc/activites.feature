# language: fr
@PSC @vague2
Fonctionnalité: Savoir quelle activité le professionnel exerce

  Pro Santé Connect donne toutes les activités d'un professionnel, sans dire laquelle il exerce en
  ce moment. Il peut aussi n'en connaître aucune, ou les dire dans des mots nouveaux.

  @REQ:PSC-RP-09
  Plan du Scénario: un professionnel <particularité> choisit la sienne
    Étant donné un professionnel <particularité>
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel lui demande laquelle de ses activités il exerce
    Quand le professionnel choisit la seconde de ses activités
    Alors le logiciel retient l'activité choisie

    Exemples:
      | particularité             |
      | qui a plusieurs activités |
      | qui a plusieurs métiers   |

  @REQ:PSC-RP-09
  Scénario: un médecin qui n'a qu'une activité n'est pas interrogé
    Étant donné un nouveau médecin, connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel prend sa seule activité sans la demander

  @REQ:PSC-RP-09
  Plan du Scénario: un professionnel <particularité> apprend ce qui lui reste ouvert
    Étant donné un professionnel <particularité>
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel dit clairement qu'il n'a pas d'activité, et reste utilisable ou refuse

    Exemples:
      | particularité                      |
      | sans aucune activité               |
      | sans aucun exercice                |
      | sans aucune donnée professionnelle |

  @REQ:PSC-RP-09
  Plan du Scénario: un médecin ne garde pas l'activité d'avant quand Pro Santé Connect <changement>
    Étant donné un nouveau médecin connecté avec Pro Santé Connect
    Et une panne : Pro Santé Connect <changement>
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors le logiciel dit clairement qu'il n'a pas d'activité, et reste utilisable ou refuse
    Et le logiciel ne lui prête plus son activité d'avant

    Exemples:
      | changement                                |
      | ne lui connaît plus d'activité            |
      | ne lui connaît plus d'exercice            |
      | ne donne plus ses données professionnelles |

  @REQ:PSC-RP-09
  Plan du Scénario: le logiciel reconnaît un médecin quand Pro Santé Connect <forme>
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect <forme>
    Quand le médecin se connecte avec Pro Santé Connect
    Alors la session du médecin est ouverte à Pro Santé Connect
    Et le logiciel reconnaît le médecin

    Exemples:
      | forme                                                         |
      | donne des codes que personne ne connaît                       |
      | ajoute des données que personne ne connaît                    |
      | écrit autrement le nom des autres identifiants du professionnel |

  @REQ:PSC-RP-09 @reglage:psc.userinfo-profile=2022 @reglage:psc.acr=eidas1
  Scénario: le logiciel reconnaît un médecin à des données rangées comme en 2022
    Étant donné un médecin connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Alors la session du médecin est ouverte à Pro Santé Connect
    Et le logiciel reconnaît le médecin
