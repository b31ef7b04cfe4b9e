# language: fr
@INS @vague1
Fonctionnalité: Essai d'un banc qui s'éteint

  @REQ:INS/va1.53
  Scénario: le banc s'éteint pendant que le logiciel travaille
    Quand le banc s'éteint puis le logiciel ouvre un dossier
    Alors un fait du banc montre que "quelque chose" ne va pas

  @REQ:INS/va1.54
  Scénario: un autre scénario attendait son tour
    Quand le logiciel ouvre un dossier
