# language: fr
@INS @vague1
Fonctionnalité: Vérifier les INS qui arrivent d'un autre domaine

  Le contrat de la vérification (WS_INS3) n'est pas public : Socle le suppose. Un appel parti de lui-même avec l'INS
  reçue est reconnu quelle que soit sa forme ; ce que le logiciel fait de la réponse n'est jugé que s'il l'a comprise.

  @REQ:INS/va1.11
  Scénario: une INS qui arrive d'ailleurs est vérifiée d'elle-même
    Étant donné un patient connu d'INSi
    Quand le cabinet reçoit d'un autre domaine cette identité et son INS
    Alors INSi a été appelé d'emblée pour vérifier cette INS

  @REQ:INSI-T20
  Plan du Scénario: l'INS d'une identité déjà <statut> ici n'est pas vérifiée à son arrivée
    Étant donné un patient à l'identité <statut>
    Quand le cabinet reçoit d'un autre domaine cette identité et son INS
    Alors INSi n'a pas eu à la vérifier de nouveau

    Exemples:
      | statut    |
      | récupérée |
      | qualifiée |

  @REQ:INS/va1.09
  Scénario: chaque INS qui arrive a sa vérification
    Étant donné deux patients connus d'INSi
    Quand le cabinet reçoit d'un autre domaine l'identité de chacun et son INS
    Alors INSi a été appelé pour chacun d'eux

  @REQ:INS/va1.05
  Scénario: un inconnu dont INSi dément l'INS a un dossier sans INS
    Étant donné un patient connu d'INSi
    Quand le cabinet reçoit d'un autre domaine cette identité et son INS, qu'INSi dément
    Alors son dossier ne porte pas d'INS
    Quand le médecin appelle INSi
    Alors rien de ce que le cabinet envoie ensuite ne porte son INS

  @REQ:INS/va1.07
  Scénario: une identité reçue qu'INSi dément ne change pas le dossier d'un patient connu
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le cabinet reçoit son identité avec un autre lieu de naissance, qu'INSi dément
    Et le médecin rouvre le dossier d'avant
    Alors l'identité du dossier est restée la même

  @REQ:INS/va1.12
  Scénario: un document arrivé avec une INS démentie attend une décision
    Étant donné un patient connu d'INSi
    Et un document déjà arrivé pour lui, avec une INS qu'INSi a confirmée
    Et sa liste de travail, que le médecin a lue
    Et un autre patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le cabinet reçoit un document avec une INS qu'INSi dément
    Et le médecin lit sa liste de travail
    Alors le document reçu y attend
    Et le logiciel alerte l'utilisateur
    Et le document reçu n'est pas dans le dossier

  @REQ:INS/va1.63
  Scénario: la vérification d'une identité reçue laisse une trace
    Étant donné un patient connu d'INSi
    Quand le cabinet reçoit d'un autre domaine cette identité et son INS, qu'INSi dément
    Et l'administrateur lit les traces du dossier
    Alors la vérification et sa réponse sont dans les traces
