# language: fr
@INS @vague1
Fonctionnalité: Dire ce que coûte une identité à l'utilisateur

  Chaque cas d'usage est joué deux fois : INSi répond aussitôt, puis au bout de trois secondes.
  Le rapport met côte à côte les gestes, les appels, les doublons et la durée de chacun.
  La durée ne juge rien : qui renonce avant la réponse n'est pas jugé. Qui s'impatiente et redemande la même chose a ses
  doublons au tableau, et une réserve au plus : avec un INSi lent, aucune exigence d'un texte n'est jugée.

  @usage:qualifier @REQ:INSI-T06 @REQ:INSI-T13
  Plan du Scénario: créer un dossier et qualifier l'identité, INSi répondant <délai>
    Étant donné une patiente née à Ajaccio, connue d'INSi sous trois prénoms
    Et INSi qui répond <délai>
    Quand le médecin crée son dossier avec son premier prénom, contrôle sa carte d'identité et appelle INSi
    Alors INSi a reçu une seule recherche pour elle
    Et son identité est qualifiée

    @REQ:INS/va1.54
    Exemples:
      | délai    |
      | aussitôt |

    @insi-lent
    Exemples:
      | délai                     |
      | au bout de trois secondes |

  @usage:vitale @REQ:INSI-T19
  Plan du Scénario: retrouver un patient avec sa carte Vitale, INSi répondant <délai>
    Étant donné un médecin au poste, avec sa carte si le logiciel s'en sert
    Et un patient connu d'INSi
    Et INSi qui répond <délai>
    Et son dossier, que le médecin a créé
    Et sa carte Vitale, dans le lecteur
    Quand le médecin appelle INSi avec la carte Vitale
    Alors INSi a été appelé pour le bénéficiaire choisi

    Exemples:
      | délai    |
      | aussitôt |

    @insi-lent
    Exemples:
      | délai                     |
      | au bout de trois secondes |

  @usage:plusieurs-prenoms @REQ:INSI-T06
  Plan du Scénario: retrouver un patient connu sous un autre prénom, INSi répondant <délai>
    Étant donné un patient qu'INSi ne connaît que sous ses deuxième et troisième prénoms
    Et INSi qui répond <délai>
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a reçu ses prénoms un par un, jusqu'à celui qui le retrouve

    Exemples:
      | délai    |
      | aussitôt |

    @insi-lent
    Exemples:
      | délai                     |
      | au bout de trois secondes |

  @usage:homonyme @REQ:INSI-T07
  Plan du Scénario: départager deux homonymes, INSi répondant <délai>
    Étant donné un patient qui a un homonyme parfait né ailleurs
    Et INSi qui répond <délai>
    Quand le médecin, qui connaît son lieu de naissance, crée son dossier et appelle INSi
    Alors une recherche avec son lieu de naissance l'a départagé

    Exemples:
      | délai    |
      | aussitôt |

    @insi-lent
    Exemples:
      | délai                     |
      | au bout de trois secondes |

  @usage:inconnu @REQ:INSI-T06 @REQ:INSI-T08
  Plan du Scénario: apprendre qu'INSi ne connaît pas la patiente, INSi répondant <délai>
    Étant donné une patiente qu'INSi ne connaît pas
    Et INSi qui répond <délai>
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a reçu chacun de ses prénoms, puis tous ensemble
    Et le logiciel dit au médecin qu'INSi ne la connaît pas

    Exemples:
      | délai    |
      | aussitôt |

    @insi-lent
    Exemples:
      | délai                     |
      | au bout de trois secondes |

  @usage:requalifier @REQ:INSI-T13
  Plan du Scénario: requalifier une identité reçue qualifiée, INSi répondant <délai>
    Étant donné un patient connu d'INSi
    Et INSi qui répond <délai>
    Quand le cabinet reçoit d'un autre domaine son identité qualifiée
    Et le médecin contrôle sa carte d'identité et appelle INSi
    Alors INSi a été appelé pour la requalifier

    @REQ:INS/va1.13
    Exemples:
      | délai    |
      | aussitôt |

    @insi-lent
    Exemples:
      | délai                     |
      | au bout de trois secondes |

  @usage:retrograder @REQ:INSI-T13
  Plan du Scénario: qualifier une identité, puis la rétrograder, INSi répondant <délai>
    Étant donné INSi qui répond <délai>
    Et un patient à l'identité qualifiée
    Quand le médecin marque son identité douteux
    Alors son identité est provisoire
    Et son dossier ne porte pas d'INS

    @REQ:INS/va1.44
    Exemples:
      | délai    |
      | aussitôt |

    @insi-lent
    Exemples:
      | délai                     |
      | au bout de trois secondes |
