# language: fr
@PSC @vague2
Fonctionnalité: Ne parler qu'au vrai Pro Santé Connect, sous un certificat qui vaut

  Quelqu'un peut se mettre à la place de Pro Santé Connect : le logiciel le reconnaît à son certificat
  et ne lui confie rien. Le certificat du logiciel peut lui-même ne plus valoir : il le dit, et reprend
  dès qu'il en a un autre.

  @REQ:PSC-RP-20 @REQ:PSC-RP-15
  Plan du Scénario: le logiciel ne confie rien à un serveur <défaut>
    Étant donné un médecin connecté avec Pro Santé Connect
    Et une panne : à la place de Pro Santé Connect, un serveur <défaut>
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors le logiciel n'a rien confié à ce serveur
    Et le logiciel connecte le médecin, ou lui dit clairement pourquoi il ne le fait pas
    Quand Pro Santé Connect est rétabli
    Et le médecin recommence et accepte la connexion
    Alors la session du médecin est ouverte à Pro Santé Connect

    Exemples:
      | défaut                                  |
      | dont le certificat a expiré             |
      | dont le certificat est celui d'un autre |
      | dont personne ne connaît l'autorité     |
      | qui ne parle qu'un chiffrement périmé   |

  @REQ:PSC-RP-19-RECO @client-psc:lps-demo-mtls
  Plan du Scénario: un médecin apprend que le certificat de son organisation <défaut>
    Étant donné un médecin connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'insiste pas avec un certificat refusé
    Quand l'organisation remet au logiciel un certificat qui vaut
    Et le médecin recommence et accepte la connexion
    Alors la session du médecin est ouverte à Pro Santé Connect

    @certificat-psc:expire
    Exemples:
      | défaut   |
      | a expiré |

    @certificat-psc:pas-encore-valide
    Exemples:
      | défaut           |
      | ne vaut pas encore |

    @certificat-psc:autorite-inconnue
    Exemples:
      | défaut                       |
      | vient d'une autorité inconnue |

    @certificat-psc:revoque
    Exemples:
      | défaut       |
      | est révoqué  |

  @REQ:PSC-RP-19-RECO @client-psc:lps-demo-mtls
  Plan du Scénario: du jour au lendemain, Pro Santé Connect <refus>
    Étant donné un médecin connecté avec Pro Santé Connect
    Et une panne : Pro Santé Connect <refus>
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'insiste pas avec un certificat refusé
    Quand Pro Santé Connect est rétabli
    Et le médecin recommence et accepte la connexion
    Alors la session du médecin est ouverte à Pro Santé Connect

    Exemples:
      | refus                                               |
      | n'accepte plus le certificat du logiciel            |
      | tient le certificat du logiciel pour celui d'un autre |
