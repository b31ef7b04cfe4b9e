# language: fr
@INS @vague1
Fonctionnalité: Essai de la preuve par mutants

  @REQ:INS/va1.52
  Scénario: le logiciel agit
    Quand le logiciel fait ce qu'il ne sait pas faire
    Alors un fait du banc montre que "quelque chose" va, pour "INS/va1.52"
