# language: fr
@PSC @vague2
Fonctionnalité: Tenir quand Pro Santé Connect est en panne

  Pro Santé Connect ne répond pas comme prévu. Le logiciel le dit simplement, n'ouvre pas de session,
  n'insiste pas, et la connexion suivante réussit.

  @REQ:PSC-RP-15
  Plan du Scénario: un médecin ne peut pas se connecter parce que Pro Santé Connect <panne>
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect <panne>
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et ce qu'il lit ne contient pas de détail technique
    Et le logiciel n'insiste pas auprès de Pro Santé Connect
    Quand Pro Santé Connect est rétabli
    Et le médecin recommence et accepte la connexion
    Alors la session du médecin est ouverte à Pro Santé Connect

    Exemples:
      | panne                                          |
      | est indisponible au moment des jetons          |
      | est débordé au moment des jetons               |
      | rend une page à la place des jetons            |
      | met trop longtemps à remettre les jetons       |
      | coupe la connexion au moment des jetons        |
      | refuse le logiciel                             |
      | dit que la connexion a trop tardé              |
      | ramène le médecin avec un code déjà périmé     |
      | dit que la connexion a déjà servi              |
      | ramène le médecin avec une erreur du serveur   |
      | garde le médecin sur une page d'erreur         |
      | ramène le médecin en disant la demande incorrecte                |
      | ramène le médecin en disant le type de réponse inconnu           |
      | ramène le médecin en disant que ce logiciel n'est pas autorisé   |
      | ramène le médecin en disant que les droits demandés n'existent pas |
      | ramène le médecin en disant qu'il doit s'authentifier            |
      | ramène le médecin en disant qu'il lui reste quelque chose à faire |
      | ramène le médecin en disant que la page est restée trop longtemps ouverte |

  @REQ:PSC-RP-15
  Scénario: Pro Santé Connect met douze secondes à remettre les jetons
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect ne répond pas avant douze secondes
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel connecte le médecin, ou lui dit clairement pourquoi il ne le fait pas
    Et le logiciel n'insiste pas auprès de Pro Santé Connect

  @REQ:PSC-RP-03
  Scénario: le logiciel refuse un retour de connexion qui a déjà servi
    Étant donné un médecin qui s'est connecté, puis déconnecté
    Et une panne : le retour de connexion a déjà servi
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors le logiciel refuse la connexion
    Et le logiciel n'a demandé aucun jeton

  @REQ:PSC-RP-06
  Plan du Scénario: un médecin se connecte alors que Pro Santé Connect <changement>
    Étant donné un médecin connecté avec Pro Santé Connect
    Et une panne : Pro Santé Connect <changement>
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors le logiciel a relu les clés de Pro Santé Connect
    Et la session du médecin est ouverte à Pro Santé Connect
    Et le logiciel reconnaît le médecin

    Exemples:
      | changement                                            |
      | change de clé de signature et retire l'ancienne       |
      | change de clé et en publie d'un type inconnu          |

  @REQ:PSC-RP-06
  Scénario: le logiciel refuse une connexion qu'il ne peut pas vérifier
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect change de clé de signature et ne publie plus ses clés
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel refuse la connexion
    Et le logiciel ne se sert pas de cette connexion
    Quand Pro Santé Connect est rétabli
    Et le médecin recommence et accepte la connexion
    Alors la session du médecin est ouverte à Pro Santé Connect
