# language: fr
@PSC @vague2 @reglage:psc.ciba-interval-seconds=1
Fonctionnalité: Se connecter avec Pro Santé Connect sans navigateur

  Le logiciel demande lui-même la connexion, montre un nombre au médecin et attend qu'il réponde sur
  son téléphone ou avec sa carte. C'est l'un des quatre modes que PSC.01 laisse au choix : un logiciel
  qui passe par un navigateur n'a rien à faire ici.

  @REQ:PSC.01 @REQ:PSC.08 @REQ:EXI-PSC-09 @REQ:EXI-PSC-10 @REQ:EXI-PSC-16 @REQ:PSC-RP-07 @REQ:PSC-RP-17
  Scénario: un médecin se connecte avec l'application de son téléphone
    Étant donné un médecin dont le téléphone est à portée de main
    Quand le médecin demande à se connecter sans navigateur
    Alors le logiciel lui montre un nombre à deux chiffres
    Et son téléphone lui montre le même nombre
    Quand le médecin accepte sur son téléphone
    Alors Pro Santé Connect a reçu sa demande de connexion sans navigateur
    Et la session du médecin est ouverte à Pro Santé Connect
    Et Pro Santé Connect a donné son profil professionnel au logiciel
    Et le logiciel reconnaît le médecin

  @REQ:PSC.01 @REQ:PSC-RP-17
  Scénario: un médecin se connecte avec sa carte
    Étant donné un médecin dont la carte est dans le lecteur
    Quand le médecin demande à se connecter sans navigateur avec sa carte
    Alors le logiciel lui montre un nombre à deux chiffres
    Et son lecteur de carte lui montre le même nombre
    Quand le médecin accepte sur son lecteur de carte
    Alors la session du médecin est ouverte à Pro Santé Connect
    Et le logiciel reconnaît le médecin

  @REQ:PSC-RP-17
  Scénario: le nombre à comparer change d'une demande à l'autre
    Étant donné un médecin dont le téléphone est éteint
    Quand le médecin demande quatre fois à se connecter sans navigateur
    Alors le nombre à comparer n'a pas toujours été le même

  @REQ:PSC-RP-15 @REQ:PSC-RP-17
  Scénario: un médecin refuse sur son téléphone, puis recommence
    Étant donné un médecin dont le téléphone est à portée de main
    Quand le médecin demande à se connecter sans navigateur
    Et le médecin refuse sur son téléphone
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'interroge plus Pro Santé Connect sur une demande close
    Quand le médecin demande de nouveau à se connecter sans navigateur
    Et le médecin accepte sur son téléphone
    Alors la session du médecin est ouverte à Pro Santé Connect

  @REQ:PSC-RP-15 @REQ:PSC-RP-17
  Scénario: un médecin voit un autre nombre sur son téléphone
    Étant donné un médecin dont le téléphone est à portée de main
    Quand le médecin demande à se connecter sans navigateur
    Et le médecin voit un autre nombre sur son téléphone
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'interroge plus Pro Santé Connect sur une demande close

  @REQ:PSC-RP-15 @REQ:PSC-RP-17 @reglage:psc.ciba-expires-seconds=3
  Scénario: un médecin ne répond pas sur son téléphone
    Étant donné un médecin qui ne répondra pas sur son téléphone
    Quand le médecin se connecte sans navigateur
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'interroge plus Pro Santé Connect sur une demande close

  @REQ:PSC-RP-15 @REQ:PSC-RP-17
  Scénario: le téléphone d'un médecin est éteint
    Étant donné un médecin dont le téléphone est éteint
    Quand le médecin se connecte sans navigateur
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'a pas répété la demande du médecin

  @REQ:PSC-RP-15 @REQ:PSC-RP-17
  Scénario: aucun téléphone ne peut être joint, puis tout est rétabli
    Étant donné un médecin dont le téléphone est à portée de main
    Et une panne : à la connexion sans navigateur, Pro Santé Connect ne peut joindre aucun téléphone
    Quand le médecin se connecte sans navigateur
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Quand Pro Santé Connect est rétabli
    Et le médecin demande de nouveau à se connecter sans navigateur
    Et le médecin accepte sur son téléphone
    Alors la session du médecin est ouverte à Pro Santé Connect
    Et le logiciel n'a pas répété la demande du médecin

  @REQ:PSC-RP-15 @REQ:PSC-RP-17
  Plan du Scénario: la connexion sans navigateur échoue pendant que le médecin répond : Pro Santé Connect <fin>
    Étant donné un médecin qui acceptera sur son téléphone
    Et une panne : à la connexion sans navigateur, Pro Santé Connect <fin>
    Quand le médecin se connecte sans navigateur
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'interroge plus Pro Santé Connect sur une demande close

    Exemples:
      | fin                              |
      | désactive le médecin entre-temps |
      | tient la demande pour expirée    |

  @REQ:PSC-RP-15 @REQ:PSC-RP-17
  Scénario: une personne que Pro Santé Connect ne connaît pas demande à se connecter
    Étant donné un médecin dont le téléphone est à portée de main
    Quand le médecin se connecte sans navigateur sous un identifiant inconnu
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'a pas répété la demande du médecin

  @REQ:PSC-RP-17
  Plan du Scénario: Pro Santé Connect <annonce> au logiciel
    Étant donné un médecin qui acceptera sur son téléphone au bout de <délai> secondes
    Et une panne : à la connexion sans navigateur, Pro Santé Connect <annonce>
    Quand le médecin se connecte sans navigateur
    Alors le logiciel a laissé passer au moins <attente> secondes entre deux interrogations
    Et la session du médecin est ouverte à Pro Santé Connect

    Exemples:
      | annonce                              | délai | attente |
      | demande d'attendre trois secondes    | 2     | 3       |
      | ne dit pas combien de temps attendre | 3     | 5       |

  @REQ:PSC-RP-15 @REQ:PSC-RP-17 @reglage:psc.ciba-expires-seconds=3
  Scénario: Pro Santé Connect demande d'attendre plus longtemps que la demande ne dure
    Étant donné un médecin qui ne répondra pas sur son téléphone
    Et une panne : à la connexion sans navigateur, Pro Santé Connect demande d'attendre trente secondes
    Quand le médecin se connecte sans navigateur
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'interroge plus Pro Santé Connect sur une demande close

  @REQ:PSC-RP-17
  Scénario: Pro Santé Connect demande au logiciel de ralentir
    Étant donné un médecin qui acceptera sur son téléphone
    Et une panne : à la connexion sans navigateur, Pro Santé Connect demande une fois de ralentir
    Quand le médecin se connecte sans navigateur
    Alors le logiciel a laissé passer au moins 6 secondes après avoir été prié de ralentir
    Et la session du médecin est ouverte à Pro Santé Connect

  @REQ:PSC-RP-17
  Scénario: Pro Santé Connect tombe en panne pendant l'attente, puis revient
    Étant donné un médecin qui acceptera sur son téléphone
    Et une panne : à la connexion sans navigateur, Pro Santé Connect tombe une fois en panne
    Quand le médecin se connecte sans navigateur
    Alors la session du médecin est ouverte à Pro Santé Connect
    Et le logiciel n'a pas répété la demande du médecin

  @REQ:EXI-PSC-15
  Scénario: Pro Santé Connect désigne la demande par un très long identifiant
    Étant donné un médecin qui acceptera sur son téléphone
    Et une panne : à la connexion sans navigateur, Pro Santé Connect remet un très long identifiant
    Quand le médecin se connecte sans navigateur
    Alors la session du médecin est ouverte à Pro Santé Connect

  @REQ:PSC-RP-18
  Scénario: Pro Santé Connect identifie une autre personne que celle qui se connecte
    Étant donné un médecin qui acceptera sur son téléphone
    Et une panne : à la connexion sans navigateur, Pro Santé Connect identifie une autre personne
    Quand le médecin se connecte sans navigateur
    Alors le logiciel refuse la connexion
    Et le logiciel ne se sert pas de cette connexion

  @REQ:PSC-RP-05
  Plan du Scénario: le logiciel refuse, sans navigateur aussi, un jeton d'identité <défaut>
    Étant donné un médecin qui acceptera sur son téléphone
    Et une panne : Pro Santé Connect remet un jeton d'identité <défaut>
    Quand le médecin se connecte sans navigateur
    Alors le logiciel refuse la connexion
    Et le logiciel ne se sert pas de cette connexion

    Exemples:
      | défaut                       |
      | d'un autre émetteur          |
      | dont la signature est fausse |

  @REQ:EXI-PSC-11 @REQ:PSC-RP-12 @reglage:psc.access-token-seconds=2
  Scénario: la session d'un médecin connecté sans navigateur est prolongée sans le déranger
    Étant donné un médecin connecté sans navigateur
    Quand le jeton d'accès du médecin a expiré
    Et le médecin consulte son profil professionnel
    Alors le logiciel a prolongé la session sans déranger le médecin
    Et le médecin est toujours connecté

  @REQ:EXI-PSC-20 @REQ:PSC-RP-13
  Scénario: un médecin connecté sans navigateur se déconnecte
    Étant donné un médecin connecté sans navigateur
    Quand le médecin se déconnecte
    Alors le médecin n'est plus connecté au logiciel
    Et sa session est fermée à Pro Santé Connect
