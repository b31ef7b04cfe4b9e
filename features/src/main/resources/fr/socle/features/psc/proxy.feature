# language: fr
@PSC @vague2 @reglage:psc.ciba-interval-seconds=1
Fonctionnalité: Travailler derrière le Proxy e-Santé

  Le logiciel ne parle pas lui-même à Pro Santé Connect : il passe par un Proxy e-Santé, qui fait
  confirmer la connexion sur le téléphone ou le lecteur de carte du professionnel, puis appelle INSi
  en son nom.

  @REQ:PSC-PX-10 @REQ:PSC-RP-17
  Plan du Scénario: un médecin se connecte par le proxy et confirme avec <moyen>
    Étant donné un médecin qui acceptera la demande du Proxy e-Santé
    Quand le médecin se connecte par le Proxy e-Santé avec <moyen>
    Alors le proxy a ouvert une session à son nom
    Et la demande est arrivée sur <moyen>
    Et le logiciel lui a montré le nombre à comparer

    Exemples:
      | moyen         |
      | son téléphone |
      | sa carte      |

  @REQ:PSC-RP-17
  Scénario: le nombre à comparer change d'une connexion à l'autre
    Étant donné un médecin qui acceptera la demande du Proxy e-Santé
    Quand le médecin se connecte et se déconnecte quatre fois par le Proxy e-Santé
    Alors le nombre à comparer a changé d'une fois à l'autre

  @REQ:PSC-PX-10
  Scénario: un médecin déjà connecté n'est pas dérangé de nouveau
    Étant donné un médecin connecté par le Proxy e-Santé
    Quand le médecin se connecte de nouveau par le Proxy e-Santé avec son téléphone
    Alors son téléphone n'a pas sonné une seconde fois
    Et le médecin est toujours connecté

  @REQ:PSC.10 @REQ:INS/PSC.01 @REQ:PSC-PX-10
  Scénario: un médecin connecté par le proxy appelle INSi sous son identité
    Étant donné un médecin connecté par le Proxy e-Santé
    Et un patient connu d'INSi
    Quand le médecin crée son dossier et appelle INSi
    Alors INSi a reçu la recherche au nom du professionnel connecté

  @REQ:PSC.10 @REQ:INS/PSC.01 @REQ:PSC-PX-10
  Scénario: un confrère prend la place du médecin au même poste
    Étant donné un médecin connecté par le Proxy e-Santé
    Et un confrère qui acceptera la demande du Proxy e-Santé
    Et un patient connu d'INSi
    Quand le confrère se connecte par le Proxy e-Santé avec son téléphone
    Alors le proxy a ouvert une session à son nom
    Quand le confrère crée le dossier du patient et appelle INSi
    Alors INSi a reçu la recherche au nom du professionnel connecté

  @REQ:PSC-RP-15 @REQ:PSC-PX-10
  Scénario: un médecin refuse la demande du proxy, puis recommence
    Étant donné un médecin qui refusera la demande du Proxy e-Santé
    Quand le médecin se connecte par le Proxy e-Santé avec son téléphone
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'a demandé la connexion qu'une fois
    Quand le médecin recommence par le Proxy e-Santé et accepte la demande
    Alors le proxy a ouvert une session à son nom

  @REQ:PSC-RP-15
  Scénario: Pro Santé Connect ne connaît pas l'identifiant que donne le professionnel
    Étant donné un professionnel que Pro Santé Connect ne connaît pas
    Quand le professionnel se connecte par le Proxy e-Santé avec son téléphone
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'a demandé la connexion qu'une fois

  @REQ:PSC-RP-15 @REQ:PSC-PX-10
  Plan du Scénario: à la connexion, <panne>, puis tout est rétabli
    Étant donné un médecin qui acceptera la demande du Proxy e-Santé
    Et une panne à la connexion : <panne>
    Quand le médecin se connecte par le Proxy e-Santé avec son téléphone
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'a demandé la connexion qu'une fois
    Quand la panne à la connexion est finie
    Et le médecin recommence par le Proxy e-Santé et accepte la demande
    Alors le proxy a ouvert une session à son nom

    Exemples:
      | panne                                            |
      | le proxy ne connaît pas ce logiciel              |
      | le proxy ne comprend pas la demande              |
      | le proxy a une erreur interne                    |
      | le proxy est indisponible                        |
      | Pro Santé Connect rend une réponse inutilisable  |
      | Pro Santé Connect est indisponible               |
      | Pro Santé Connect ne répond pas à temps au proxy |

  @REQ:PSC.10 @REQ:INS/PSC.01 @REQ:PSC-PX-10
  Scénario: le proxy a perdu la session du médecin, qui se reconnecte
    Étant donné un médecin connecté par le Proxy e-Santé
    Et un patient connu d'INSi
    Et une panne : le proxy a perdu la session du médecin
    Quand le médecin crée son dossier et appelle INSi
    Alors le logiciel n'insiste pas avec la session perdue
    Quand le médecin recommence par le Proxy e-Santé et accepte la demande
    Et le médecin appelle de nouveau INSi
    Alors INSi a reçu la recherche au nom du professionnel connecté

  @REQ:INSI-T08 @REQ:INSI-T18
  Plan du Scénario: derrière le proxy, <panne>, puis tout est rétabli
    Étant donné un médecin connecté par le Proxy e-Santé
    Et un patient connu d'INSi
    Et une panne derrière le proxy : <panne>
    Quand le médecin crée son dossier et appelle INSi
    Alors le logiciel dit au médecin qu'INSi ne répond pas
    Et son identité reste provisoire
    Et son dossier ne porte pas d'INS
    Quand la panne derrière le proxy est finie
    Et le médecin appelle de nouveau INSi
    Alors INSi l'a retrouvé cette fois

    Exemples:
      | panne                                                      |
      | le serveur d'autorisation d'INSi est en panne              |
      | le serveur d'autorisation d'INSi tient le jeton pour fini  |
      | le serveur d'autorisation d'INSi refuse les droits demandés |
      | le serveur d'autorisation d'INSi ne connaît pas l'émetteur |
      | INSi est en panne                                          |

  @REQ:EXI-PSC-20 @REQ:PSC-RP-13 @REQ:PSC-PX-10
  Scénario: un médecin se déconnecte du proxy, d'un double clic
    Étant donné un médecin connecté par le Proxy e-Santé
    Quand le médecin se déconnecte deux fois de suite
    Alors le médecin n'est plus connecté au logiciel
    Et le logiciel a fermé une seule fois sa session du proxy
    Et sa session est fermée à Pro Santé Connect

  @REQ:PSC-RP-13
  Scénario: un médecin se déconnecte alors que le proxy a déjà perdu sa session
    Étant donné un médecin connecté par le Proxy e-Santé
    Et une panne : le proxy a perdu la session du médecin
    Quand le médecin se déconnecte
    Alors le médecin n'est plus connecté au logiciel

  @REQ:PSC-PX-10
  Scénario: après la déconnexion, plus rien ne passe par le proxy
    Étant donné un médecin connecté par le Proxy e-Santé
    Et un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin se déconnecte
    Et le médecin appelle INSi
    Alors plus rien n'est passé par le proxy
