# language: fr
@PSC @vague2
Fonctionnalité: Reconnaître un professionnel à son identifiant national

  Un professionnel change de nom ou de courriel, un autre porte le même nom : le logiciel les
  reconnaît à l'identifiant que donne Pro Santé Connect, et à rien d'autre.

  @REQ:PSC-RP-08 @REQ:EXI-PSC-19 @REQ:PSC-RP-07
  Scénario: un médecin dont le nom et le courriel changent garde son compte
    Étant donné un nouveau médecin, connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Et le nom et le courriel du médecin changent
    Et le médecin se déconnecte, puis revient
    Alors le médecin retrouve le même compte
    Et le logiciel montre le nom que Pro Santé Connect donne maintenant

  @REQ:PSC-RP-08 @REQ:EXI-PSC-19
  Scénario: deux médecins de même nom et de même courriel ont deux comptes
    Étant donné deux nouveaux médecins de même nom, de même prénom et de même courriel
    Quand le premier médecin se connecte, se déconnecte, et le second se connecte
    Alors chacun des deux médecins a son compte

  @REQ:PSC-RP-08 @REQ:EXI-PSC-19
  Scénario: un médecin n'est pas refusé à la place d'un autre du même nom
    Étant donné deux nouveaux médecins de même nom, de même prénom et de même courriel
    Quand le premier médecin perd l'accès au logiciel, et le second se connecte
    Alors le second médecin est entré dans le logiciel

  @REQ:PSC.02 @REQ:EXI-PSC-19 @REQ:PSC-RP-08
  Scénario: un médecin qui avait un compte le retrouve à sa première connexion
    Étant donné un nouveau médecin qui a déjà un compte dans le logiciel
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le médecin retrouve le même compte

  @REQ:PSC.02 @REQ:EXI-PSC-19
  Scénario: un médecin retrouve son compte par un autre moyen de connexion
    Étant donné un nouveau médecin, connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Et le médecin se déconnecte, puis se connecte par un autre moyen
    Alors le médecin retrouve le même compte

  @REQ:SSI/IE.33
  Scénario: le compte d'un médecin dit qui il est
    Étant donné un nouveau médecin, connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel tient son compte avec son RPPS, un identifiant privé, son nom et son métier

  @REQ:PSC-RP-07
  Plan du Scénario: le nom <nom> est montré tel quel
    Étant donné un nouveau médecin nommé "<prénom>" "<nom>"
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel montre le nom que Pro Santé Connect donne maintenant

    Exemples:
      | prénom         | nom                                                                       |
      | ANAÏS-ÉLÉONORE | D'ÉTÉ-ŒUVRÉ                                                               |
      | Zoé            | L'HÔPITAL DE ÇÀ                                                           |
      | JEAN           | DE LA TRES LONGUE LIGNEE DES FICTIFS ET DES IMAGINAIRES DU BOUT DU CANTON |

  @REQ:PSC-RP-15
  Scénario: un nom écrit dans un autre alphabet n'est pas abîmé
    Étant donné un nouveau médecin nommé "ANAÏS" "D'ÉTÉ"
    Et une panne : Pro Santé Connect donne les données professionnelles dans un autre alphabet
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel ne montre pas un nom abîmé

  @REQ:PSC-RP-10
  Scénario: un médecin identifié mais sans droit dans le logiciel est refusé nettement
    Étant donné un nouveau médecin, connu de Pro Santé Connect
    Et l'administrateur du logiciel lui a retiré l'accès
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel dit clairement au médecin qu'il n'y a pas accès
    Et le logiciel ne se sert pas de cette connexion

  @REQ:PSC-RP-12 @REQ:PSC-RP-15
  Scénario: un médecin que Pro Santé Connect n'autorise plus doit se reconnecter, sans y parvenir
    Étant donné un nouveau médecin connecté avec Pro Santé Connect
    Quand Pro Santé Connect n'autorise plus le médecin
    Et le médecin consulte son profil professionnel
    Alors le logiciel invite le médecin à se reconnecter
    Et le logiciel n'a pas insisté auprès de Pro Santé Connect
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors le logiciel dit au médecin que la connexion n'a pas abouti

  @REQ:PSC-RP-15
  Scénario: un professionnel que Pro Santé Connect n'autorise plus apprend pourquoi il n'entre pas
    Étant donné un professionnel que Pro Santé Connect n'autorise plus
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'a demandé aucun jeton
