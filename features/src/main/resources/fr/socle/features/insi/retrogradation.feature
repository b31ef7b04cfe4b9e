# language: fr
@INS @vague1
Fonctionnalité: Rétrograder une identité qui n'est plus sûre

  @REQ:INS/va1.60
  Plan du Scénario: une identité <avant> dont le nom change perd un rang et son INS
    Étant donné un patient à l'identité <avant>
    Et un utilisateur au poste, habilité à changer les traits verrouillés
    Quand l'utilisateur change son nom de naissance
    Alors son identité est <après>
    Et son dossier ne porte pas d'INS

    Exemples:
      | avant     | après      |
      | récupérée | provisoire |
      | qualifiée | validée    |

  @REQ:INS/va1.60
  Plan du Scénario: rien ne part plus avec l'INS d'une identité <avant> dont le nom a changé
    Étant donné un patient à l'identité <avant>
    Et un utilisateur au poste, habilité à changer les traits verrouillés
    Quand l'utilisateur change son nom de naissance
    Et l'utilisateur appelle de nouveau INSi
    Alors rien de ce que le cabinet envoie ensuite ne porte son INS

    Exemples:
      | avant     |
      | récupérée |
      | qualifiée |

  @REQ:INS/va1.60
  Scénario: l'identité redevenue provisoire dont le nom a changé se corrige
    Étant donné un patient à l'identité récupérée
    Et ses traits verrouillés, que le médecin ne peut pas changer
    Et un utilisateur au poste, habilité à changer les traits verrouillés
    Quand l'utilisateur change son nom de naissance
    Et un utilisateur sans ce droit corrige son nom de naissance et appelle INSi
    Alors INSi a été interrogé avec le nom corrigé

  @REQ:INS/va1.44
  Plan du Scénario: une identité <avant> que le médecin marque <marque> devient provisoire
    Étant donné un patient à l'identité <avant>
    Quand le médecin marque son identité <marque>
    Alors son identité est provisoire
    Et son dossier ne porte pas d'INS
    Et l'historique de l'identité garde ce changement

    Exemples:
      | avant     | marque  |
      | récupérée | douteux |
      | récupérée | fictif  |
      | qualifiée | douteux |
      | qualifiée | fictif  |

  @REQ:INS/va1.44
  Plan du Scénario: une identité <avant>, marquée <marque> puis démarquée, se corrige
    Étant donné un patient à l'identité <avant>
    Et ses traits verrouillés, que le médecin ne peut pas changer
    Quand le médecin marque son identité <marque>
    Et le médecin lève cette marque, corrige son nom de naissance et appelle INSi
    Alors INSi a été interrogé avec le nom corrigé

    Exemples:
      | avant     | marque  |
      | récupérée | douteux |
      | qualifiée | fictif  |

  @REQ:INS/va1.51 @REQ:INSI-T16
  Scénario: le premier prénom saisi ne s'accorde pas avec les prénoms d'INSi
    Étant donné un patient retrouvé par INSi sans contrôle de pièce d'identité
    Et un autre patient, qu'INSi ne connaît que sous ses deuxième et troisième prénoms
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a rendu cette identité
    Et le logiciel alerte le médecin sur le premier prénom
