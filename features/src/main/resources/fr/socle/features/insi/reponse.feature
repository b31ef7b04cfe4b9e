# language: fr
@INS @vague1
Fonctionnalité: Ne reprendre d'INSi qu'une identité complète

  @REQ:INS/va1.28 @REQ:INSI-T17
  Scénario: INSi rend une date de naissance au jour 00
    Étant donné un patient dont INSi rend une date de naissance au jour 00
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a rendu cette identité
    Et le logiciel refuse l'identité rendue par INSi
    Et son identité reste provisoire
    Et son dossier ne porte pas d'INS
    Quand le médecin appelle de nouveau INSi
    Alors la recherche porte toujours les traits saisis

  @REQ:INS/va1.31 @REQ:INSI-T17
  Plan du Scénario: INSi ne rend pas <trait>
    Étant donné un patient dont INSi ne rend pas <trait>
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a rendu cette identité
    Et le logiciel refuse l'identité rendue par INSi
    Et son identité reste provisoire
    Et son dossier ne porte pas d'INS
    Quand le médecin appelle de nouveau INSi
    Alors la recherche porte toujours les traits saisis

    Exemples:
      | trait       |
      | son nom     |
      | ses prénoms |
      | son sexe    |
