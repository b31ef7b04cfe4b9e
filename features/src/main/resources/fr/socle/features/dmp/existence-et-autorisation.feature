# language: fr
@DMP @vague2
Fonctionnalité: Savoir si le patient a un DMP, et si le médecin peut le consulter

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée

  @REQ:DMP/UX.12
  Plan du Scénario: un DMP <état> se voit sans un clic
    Étant donné son DMP est <état>
    Quand le médecin ouvre le dossier du patient
    Alors le DMP a reçu d'office la question de son existence
    Et le logiciel montre un DMP <existence>, et un accès <accès>

    Exemples:
      | état                                           | existence | accès      |
      | ouvert au médecin                              | ouvert    | autorisé   |
      | ouvert, sans autorisation pour le médecin      | ouvert    | à demander |
      | ouvert, l'autorisation du médecin ayant expiré | ouvert    | expiré     |
      | ouvert, mais le médecin y est bloqué           | ouvert    | interdit   |

  @REQ:DMP/UX.12 @REQ:DMP-T09
  Plan du Scénario: un DMP <état> se voit sans un clic, et le logiciel n'en ouvre pas un
    Étant donné son DMP est <état>
    Quand le médecin ouvre le dossier du patient
    Alors le DMP a reçu d'office la question de son existence
    Et le logiciel montre un DMP <existence>
    Et ses échanges avec le DMP sont en règle

    Exemples:
      | état   | existence |
      | fermé  | fermé     |
      | absent | absent    |

  @REQ:DMP/UX.50
  Plan du Scénario: l'autorisation du médecin est déclarée d'office quand <pourquoi>
    Étant donné son DMP est <état>
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin liste les documents du DMP
    Alors le DMP a reçu une autorisation pour le médecin, avant toute consultation
    Et le DMP tient le médecin pour autorisé

    Exemples:
      | pourquoi           | état                                           |
      | il n'en a aucune   | ouvert, sans autorisation pour le médecin      |
      | la sienne a expiré | ouvert, l'autorisation du médecin ayant expiré |

  @REQ:DMP/UX.50
  Scénario: aucune autorisation n'est déclarée tant que le patient s'oppose à la consultation
    Étant donné son DMP est ouvert, sans autorisation pour le médecin
    Et le patient refuse que le médecin consulte son DMP
    Quand le médecin liste les documents du DMP
    Alors aucune autorisation n'est partie
    Quand le patient accepte que le médecin consulte son DMP
    Et le médecin liste les documents du DMP
    Alors le DMP tient le médecin pour autorisé

  @REQ:DMP/UX.08
  Scénario: un médecin que le patient a bloqué ne consulte rien
    Étant donné son DMP est ouvert, mais le médecin y est bloqué
    Et dans son DMP, un compte rendu de consultation d'un confrère
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin liste les documents du DMP
    Alors rien n'a été consulté dans le DMP
    Étant donné son DMP est ouvert au médecin
    Quand le médecin ouvre le dossier du patient
    Et le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche
    Et le droit du médecin a été vérifié

  @REQ:DMP-T08
  Scénario: le médecin renonce à son autorisation
    Étant donné son DMP est ouvert au médecin
    Quand le médecin renonce à consulter le DMP
    Alors le DMP ne tient plus le médecin pour autorisé
    Et ses échanges avec le DMP sont en règle

  @REQ:DMP-T08
  Scénario: le médecin se déclare médecin traitant
    Étant donné son DMP est ouvert, sans autorisation pour le médecin
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin se déclare médecin traitant
    Alors le DMP le tient pour médecin traitant
    Et ses échanges avec le DMP sont en règle

  @REQ:DMP-T08
  Scénario: le médecin retrouve les patients qui lui ont ouvert leur DMP
    Étant donné son DMP est ouvert au médecin
    Quand le médecin demande la liste des DMP où il est autorisé
    Alors ses échanges avec le DMP sont en règle
    Et cette liste compte le patient

  @REQ:DMP-T01 @REQ:DMP-T02 @REQ:DMP-T03 @REQ:DMP-T04 @REQ:DMP-T05 @REQ:DMP-T06 @REQ:DMP-T07 @REQ:DMP-T08 @REQ:DMP-T10
  Scénario: un médecin ouvre un dossier, demande l'accès à son DMP et en lit la liste
    Étant donné son DMP est ouvert, sans autorisation pour le médecin
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin ouvre le dossier du patient
    Et le médecin liste les documents du DMP
    Alors ses échanges avec le DMP sont en règle
