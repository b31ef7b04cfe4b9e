# language: fr
@INS @vague1
Fonctionnalité: Essai des verdicts

  Contexte:
    Étant donné un essai

  @REQ:INS/va1.52 @REQ:INS/va1.54
  Scénario: tout va bien
    Quand le logiciel ouvre un dossier
    Alors un fait du banc montre que "les traits" va, pour "INS/va1.52"
    Et le logiciel dit que "le statut" va, pour "INS/va1.54"

  @REQ:INS/va1.53
  Scénario: une attente n'est pas tenue et la suite est jouée
    Alors un fait du banc montre que "rien" ne va pas
    Et un fait du banc montre que "la suite" va, pour "INS/va1.53"

  @REQ:INSI-T08
  Scénario: une attente d'origine vue ne fait qu'une réserve
    Alors un fait du banc montre que "le détail" ne va pas

  @REQ:INS/va1.20
  Scénario: une action n'existe pas
    Alors un fait du banc montre que "le début" va, pour "INS/va1.20"
    Quand le logiciel fait ce qu'il ne sait pas faire
    Et le logiciel ouvre un dossier

  @REQ:INS/va1.28
  Scénario: le pilote tombe
    Quand le logiciel ouvre un dossier que le pilote décrit mal

  @REQ:INS/va1.40
  Scénario: la préparation échoue
    Quand le logiciel ne peut pas préparer le scénario

  @REQ:INSI-T06
  Plan du Scénario: le constat d'un contrôle sur <exigence> compte
    Quand INSi reçoit une demande dont le contrôle dit quelque chose de "<exigence>"
    Alors un fait du banc montre que "la demande est venue" va, pour "INSI-T06"

    Exemples:
      | exigence |
      | INSI-T06 |
      | INSI-T03 |

  @REQ:INSI-T01
  Scénario: une étape n'a pas de définition
    Quand le logiciel fait une chose que personne n'a écrite
