# language: fr
@INS @vague1
Fonctionnalité: Créer et retrouver un dossier

  Ce que le dossier contient ne sort pas du cabinet : ces exigences sont « conformes sur déclaration »,
  sauf quand une recherche auprès d'INSi montre ce qui a été enregistré.

  @REQ:INS/va1.21
  Plan du Scénario: un dossier ne se crée pas sans <trait>
    Étant donné un patient connu d'INSi
    Quand le médecin tente de créer son dossier sans <trait>
    Alors le logiciel refuse de créer le dossier

    Exemples:
      | trait                |
      | nom de naissance     |
      | premier prénom       |
      | sexe                 |
      | date de naissance    |
      | lieu de naissance    |

  @REQ:INS/va1.22
  Scénario: cinq traits suffisent à créer un dossier
    Étant donné un patient connu d'INSi
    Quand le médecin crée son dossier avec les cinq traits obligatoires seulement
    Alors le logiciel a créé le dossier
    Quand le médecin appelle INSi
    Alors INSi a reçu les traits du dossier

  @REQ:INS/va1.56
  Scénario: le dossier garde tous les traits d'une identité
    Étant donné un patient retrouvé par INSi sans contrôle de pièce d'identité
    Quand le médecin note le nom et le prénom qu'il utilise
    Alors son dossier porte tous ses traits d'identité

  @REQ:INS/va1.02
  Plan du Scénario: un dossier se retrouve par <critères>
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin cherche un dossier par <critères>
    Alors le logiciel trouve son dossier

    Exemples:
      | critères                                    |
      | sa date de naissance                        |
      | sa date de naissance et le début de son nom |
      | sa date de naissance et le début de son prénom |

  @REQ:INS/va1.02
  Scénario: une autre date de naissance ne mène pas au dossier
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin cherche un dossier par une autre date de naissance
    Alors le logiciel ne propose pas son dossier

  @REQ:INS/va1.25
  Plan du Scénario: un nom <signes> se retrouve quelle que soit la façon de l'écrire
    Étant donné un patient au nom <signes>
    Et son dossier, que le médecin a créé
    Quand le médecin cherche un dossier en écrivant son nom <écriture>
    Alors le logiciel trouve son dossier

    Exemples:
      | signes                 | écriture                          |
      | avec des apostrophes   | sans apostrophe ni trait d'union  |
      | avec un trait d'union  | sans apostrophe ni trait d'union  |
      | avec un trait d'union  | avec des traits d'union doubles   |
      | avec des apostrophes   | avec des accents                  |

  @REQ:INS/va1.41
  Plan du Scénario: un matricule <défaut> n'est pas cherché
    Étant donné un patient retrouvé par INSi sans contrôle de pièce d'identité
    Quand le médecin cherche un dossier par un matricule <défaut>
    Alors le logiciel refuse cette recherche

    Exemples:
      | défaut              |
      | sans sa clé         |
      | dont la clé est fausse |

  @REQ:INS/va1.41
  Scénario: un matricule entier mène au dossier
    Étant donné un patient retrouvé par INSi sans contrôle de pièce d'identité
    Quand le médecin cherche un dossier par son matricule et sa clé
    Alors le logiciel trouve son dossier
