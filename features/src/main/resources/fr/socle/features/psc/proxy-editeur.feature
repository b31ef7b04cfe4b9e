# language: fr
@PSC @PROXY @vague2 @reglage:psc.ciba-interval-seconds=1
Fonctionnalité: Tenir un Proxy e-Santé

  L'éditeur tient son propre Proxy e-Santé. Le banc joue ce qui est devant lui, les logiciels qui
  l'appellent, et ce qui est derrière : le téléphone du médecin, Pro Santé Connect, le serveur
  d'autorisation d'INSi et INSi. Un éditeur qui n'en tient pas n'est pas concerné.

  Contexte:
    Étant donné un Proxy e-Santé tenu par l'éditeur

  @REQ:PSC-PX-01
  Scénario: un médecin déjà connecté n'est pas dérangé par le proxy de l'éditeur
    Étant donné un médecin connecté au proxy de l'éditeur
    Quand son logiciel redemande la connexion avec sa session
    Alors le proxy de l'éditeur dit que la session continue
    Et personne n'est dérangé sur son téléphone

  @REQ:PSC-PX-02
  Scénario: deux médecins du même logiciel ont chacun leur session
    Étant donné un médecin connecté au proxy de l'éditeur
    Quand un confrère se connecte au proxy de l'éditeur par le même logiciel
    Et chaque logiciel appelle INSi par le proxy de l'éditeur
    Alors le proxy de l'éditeur a donné à chacun sa session
    Et chaque appel est arrivé à INSi au nom de celui qui l'a fait

  @REQ:PSC-PX-02 @REQ:PSC-PX-03 @REQ:PSC-PX-04
  Scénario: un médecin a une session par logiciel, sous le certificat de ce logiciel
    Étant donné un médecin connecté au proxy de l'éditeur
    Quand le médecin se connecte au proxy de l'éditeur par un autre logiciel
    Et chaque logiciel appelle INSi par le proxy de l'éditeur
    Alors le proxy de l'éditeur a donné à chacun sa session
    Et chaque appel est arrivé à INSi au nom de celui qui l'a fait
    Et le proxy de l'éditeur a présenté le certificat de chaque logiciel
    Et chaque appel d'INSi présente le certificat auquel son jeton est lié

  @REQ:PSC-PX-02
  Scénario: chaque session est liée à la session Pro Santé Connect de son médecin
    Étant donné un médecin connecté au proxy de l'éditeur
    Quand un confrère se connecte au proxy de l'éditeur par le même logiciel
    Et chaque logiciel fait signer sa session par le proxy de l'éditeur
    Alors chaque session du proxy de l'éditeur est liée à la bonne session de Pro Santé Connect

  @REQ:PSC-PX-05
  Scénario: un logiciel que le proxy de l'éditeur ne connaît pas
    Quand un logiciel inconnu demande au proxy de l'éditeur la connexion d'un médecin
    Alors le proxy de l'éditeur dit qu'il ne connaît pas ce logiciel
    Et personne n'est dérangé sur son téléphone

  @REQ:PSC-PX-06 @REQ:PSC-PX-07
  Scénario: un logiciel ferme deux fois la même session
    Étant donné un médecin connecté au proxy de l'éditeur
    Quand son logiciel ferme sa session au proxy de l'éditeur
    Et son logiciel ferme sa session au proxy de l'éditeur
    Alors le proxy de l'éditeur dit qu'il ne connaît plus cette session
    Et le proxy de l'éditeur a fermé une seule fois la session de Pro Santé Connect

  @REQ:PSC-PX-08
  Scénario: le proxy de l'éditeur garde trace de tout
    Étant donné un médecin connecté au proxy de l'éditeur
    Quand son logiciel redemande la connexion avec sa session
    Et son logiciel appelle INSi par le proxy de l'éditeur
    Et un confrère refuse la connexion que le proxy de l'éditeur lui demande
    Et son logiciel ferme sa session au proxy de l'éditeur
    Alors les traces du proxy de l'éditeur disent tout ce qui lui a été demandé

  @REQ:PSC-PX-09 @REQ:PSC-RP-15
  Plan du Scénario: derrière le proxy de l'éditeur, <panne>
    Étant donné un médecin connecté au proxy de l'éditeur
    Et une panne derrière le proxy : <panne>
    Quand son logiciel appelle INSi par le proxy de l'éditeur
    Alors le proxy de l'éditeur n'appelle pas INSi
    Et le proxy de l'éditeur le dit au logiciel, sans insister

    Exemples:
      | panne                                                       |
      | le serveur d'autorisation d'INSi est en panne               |
      | le serveur d'autorisation d'INSi tient le jeton pour fini   |
      | le serveur d'autorisation d'INSi refuse les droits demandés |
      | le serveur d'autorisation d'INSi ne connaît pas l'émetteur  |

  @REQ:PSC-RP-15
  Scénario: le serveur d'autorisation d'INSi est en panne devant le proxy de l'éditeur, puis rétabli
    Étant donné un médecin connecté au proxy de l'éditeur
    Et une panne derrière le proxy : le serveur d'autorisation d'INSi est en panne
    Quand son logiciel appelle INSi par le proxy de l'éditeur
    Et la panne derrière le proxy est finie
    Et son logiciel appelle INSi par le proxy de l'éditeur
    Alors l'appel est arrivé à INSi au nom du médecin

  @REQ:PSC-RP-12 @REQ:PSC-PX-11 @reglage:psc.access-token-seconds=2
  Scénario: le jeton de Pro Santé Connect a expiré avant l'échange
    Étant donné un médecin connecté au proxy de l'éditeur
    Quand le jeton d'accès du médecin a expiré
    Et son logiciel appelle INSi par le proxy de l'éditeur
    Alors le proxy de l'éditeur a rafraîchi le jeton de Pro Santé Connect puis fait l'échange
    Et l'appel est arrivé à INSi au nom du médecin

  @REQ:PSC-PX-11
  Scénario: l'échange est refusé une fois, le proxy de l'éditeur rafraîchit et recommence
    Étant donné un médecin connecté au proxy de l'éditeur
    Et un jeton d'INSi que son serveur d'autorisation refuse une fois de donner
    Quand son logiciel appelle INSi par le proxy de l'éditeur
    Alors le proxy de l'éditeur a rafraîchi le jeton de Pro Santé Connect puis fait l'échange
    Et l'appel est arrivé à INSi au nom du médecin

  @REQ:PSC-RP-12 @REQ:PSC-PX-09
  Scénario: Pro Santé Connect a mis fin à la session que tient le proxy de l'éditeur
    Étant donné un médecin connecté au proxy de l'éditeur
    Quand Pro Santé Connect a mis fin à la session du médecin
    Et son logiciel appelle INSi par le proxy de l'éditeur
    Alors le proxy de l'éditeur n'appelle pas INSi
    Quand son logiciel redemande la connexion avec sa session
    Alors le proxy de l'éditeur fait demander une nouvelle connexion

  @REQ:PSC-PX-04
  Plan du Scénario: INSi remet au proxy de l'éditeur un jeton <particulier>
    Étant donné un médecin connecté au proxy de l'éditeur
    Et un jeton d'INSi <particulier>
    Quand son logiciel appelle INSi par le proxy de l'éditeur
    Alors chaque appel d'INSi présente le certificat auquel son jeton est lié

    Exemples:
      | particulier                                |
      | qui ne nomme pas le certificat             |
      | qui nomme le certificat à l'ancienne façon |

  @REQ:PSC-PX-12 @reglage:psc.access-token-seconds=2
  Scénario: le jeton d'INSi sert encore quand celui de Pro Santé Connect a expiré
    Étant donné un médecin connecté au proxy de l'éditeur
    Quand son logiciel appelle INSi par le proxy de l'éditeur
    Et le jeton d'accès du médecin a expiré
    Et son logiciel appelle INSi par le proxy de l'éditeur
    Alors le proxy de l'éditeur s'est servi du jeton d'INSi qu'il avait déjà
    Et l'appel est arrivé à INSi au nom du médecin

  @REQ:PSC-PX-11
  Scénario: le jeton d'INSi que tient le proxy de l'éditeur expire
    Étant donné un médecin connecté au proxy de l'éditeur
    Et un jeton d'INSi qui ne vaut qu'une seconde
    Quand son logiciel appelle INSi par le proxy de l'éditeur
    Et ce jeton d'INSi a expiré
    Et son logiciel appelle INSi par le proxy de l'éditeur
    Alors l'appel est arrivé à INSi au nom du médecin
    Et personne n'est dérangé sur son téléphone

  @REQ:PSC-PX-11
  Scénario: INSi refuse un jeton que tient le proxy de l'éditeur
    Étant donné un médecin connecté au proxy de l'éditeur
    Et un jeton d'INSi qu'il refuse ensuite une fois
    Quand son logiciel appelle INSi par le proxy de l'éditeur
    Alors l'appel est arrivé à INSi au nom du médecin
    Et personne n'est dérangé sur son téléphone
