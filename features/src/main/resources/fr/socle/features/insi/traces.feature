# language: fr
@INS @vague1
Fonctionnalité: Garder la trace des appels à INSi et des accès à l'identité

  Le journal du logiciel est comparé aux appels qu'INSi a reçus. Seul le logiciel sait ce qu'il a gardé :
  ces exigences sont « conformes sur déclaration », et l'extrait du journal reste à montrer.

  @REQ:INS/va1.35 @REQ:INS/va1.38 @REQ:INS/va1.49
  Plan du Scénario: chaque appel à INSi laisse une trace, pour <qui>
    Étant donné <qui>
    Quand le médecin crée son dossier et appelle INSi
    Et l'administrateur lit les traces du dossier
    Alors chaque appel à INSi est dans les traces
    Et chaque trace dit ce qu'INSi a rendu

    Exemples:
      | qui                                          |
      | un patient connu d'INSi                      |
      | une patiente qu'INSi ne connaît pas          |
      | un patient qui a un homonyme parfait né ailleurs |
      | un patient connu d'INSi, qui a porté d'autres matricules |

  @REQ:INS/va1.27
  Scénario: consulter et modifier une identité laisse une trace
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin ouvre le dossier
    Et le médecin note le nom qu'il utilise
    Et l'administrateur lit les traces du dossier
    Alors les traces disent qui a consulté et modifié l'identité, et quand

  @REQ:INS/va1.39
  Scénario: voir l'INS laisse une trace
    Étant donné un patient retrouvé par INSi sans contrôle de pièce d'identité
    Quand le médecin ouvre le dossier
    Et l'administrateur lit les traces du dossier
    Alors les traces disent qui a vu l'INS, et quand
