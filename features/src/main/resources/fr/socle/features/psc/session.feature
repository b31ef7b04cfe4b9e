# language: fr
@PSC @vague2
Fonctionnalité: Garder puis fermer sa session Pro Santé Connect

  @REQ:EXI-PSC-11 @REQ:PSC-RP-12 @reglage:psc.access-token-seconds=2
  Scénario: la session d'un médecin actif est prolongée sans le déranger
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand le jeton d'accès du médecin a expiré
    Et le médecin consulte son profil professionnel
    Alors le logiciel a prolongé la session sans déranger le médecin
    Et le médecin est toujours connecté

  @REQ:EXI-PSC-11 @REQ:PSC-RP-12 @reglage:psc.access-token-seconds=2 @reglage:psc.refresh-reuse=off
  Scénario: la session est prolongée autant de fois qu'il le faut
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand le jeton d'accès du médecin a expiré
    Et le médecin consulte son profil professionnel
    Et le jeton d'accès du médecin a expiré
    Et le médecin consulte son profil professionnel
    Alors le logiciel a prolongé la session sans déranger le médecin
    Et le médecin est toujours connecté

  @REQ:PSC-RP-12 @reglage:psc.access-token-seconds=2
  Scénario: un médecin dont la session est finie est invité à se reconnecter
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand Pro Santé Connect ne prolonge plus sa session
    Et le jeton d'accès du médecin a expiré
    Et le médecin consulte son profil professionnel
    Alors le logiciel invite le médecin à se reconnecter

  @REQ:EXI-PSC-11 @REQ:PSC-RP-12
  Scénario: un jeton d'accès bien plus bref que d'habitude est renouvelé à temps
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect remet une fois un jeton d'accès très bref
    Quand le médecin se connecte avec Pro Santé Connect
    Et le jeton d'accès du médecin a expiré
    Et le médecin consulte son profil professionnel
    Alors le logiciel a prolongé la session sans déranger le médecin
    Et le médecin est toujours connecté

  @REQ:PSC-RP-12 @REQ:PSC-RP-15 @reglage:psc.access-token-seconds=2
  Scénario: un médecin dont la session ne peut plus être renouvelée est invité à se reconnecter
    Étant donné un médecin connecté avec Pro Santé Connect
    Et une panne : Pro Santé Connect dit que le renouvellement vient trop tard
    Quand le jeton d'accès du médecin a expiré
    Et le médecin consulte son profil professionnel
    Alors le logiciel invite le médecin à se reconnecter
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors la session du médecin est ouverte à Pro Santé Connect

  @REQ:PSC-RP-11 @REQ:PSC-RP-12 @REQ:PSC-RP-15 @REQ:PSC-RP-16
  Plan du Scénario: la session du logiciel s'arrête quand Pro Santé Connect <fin>
    Étant donné un médecin connecté avec Pro Santé Connect
    Et une panne : Pro Santé Connect <fin>
    Quand le médecin consulte son profil professionnel
    Alors le logiciel invite le médecin à se reconnecter
    Quand le médecin consulte son profil professionnel
    Alors le logiciel ne se sert plus de cette session
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors la session du médecin est ouverte à Pro Santé Connect

    Exemples:
      | fin                                           |
      | arrête la session, arrivée à ses quatre heures |
      | arrête la session, restée trop longtemps inactive |

  @REQ:PSC-RP-11 @REQ:PSC-RP-12 @REQ:PSC-RP-15 @REQ:PSC-RP-16 @reglage:psc.access-token-seconds=2
  Plan du Scénario: la session du logiciel ne survit pas à celle de Pro Santé Connect, après <fin>
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand le jeton d'accès du médecin a expiré
    Et Pro Santé Connect voit passer <fin>
    Et le médecin consulte son profil professionnel
    Alors le logiciel invite le médecin à se reconnecter
    Quand le médecin consulte son profil professionnel
    Alors le logiciel ne se sert plus de cette session
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors la session du médecin est ouverte à Pro Santé Connect

    Exemples:
      | fin                         |
      | 4 heures                    |
      | une demi-heure d'inactivité |

  @REQ:EXI-PSC-20 @REQ:PSC-RP-13 @REQ:PSC-RP-23 @REQ:SSI/IE.38
  Scénario: un médecin se déconnecte, puis se connecte de nouveau
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand le médecin se déconnecte
    Alors le médecin n'est plus connecté au logiciel
    Et sa session est fermée à Pro Santé Connect
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors Pro Santé Connect lui a redemandé de s'authentifier
    Et le logiciel a fermé la session Pro Santé Connect avant de redemander une connexion

  @REQ:PSC-RP-16
  Scénario: après la déconnexion, le logiciel ne garde rien de la session
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand le médecin se déconnecte
    Et le médecin consulte son profil professionnel
    Alors le logiciel ne se sert plus de cette session

  @REQ:PSC-RP-13 @REQ:PSC-RP-15
  Scénario: un médecin se déconnecte alors que Pro Santé Connect est en panne
    Étant donné un médecin connecté avec Pro Santé Connect
    Et une panne : Pro Santé Connect ne peut pas fermer les sessions
    Quand le médecin se déconnecte
    Alors le médecin n'est plus connecté au logiciel
    Et le logiciel prévient le médecin que sa session Pro Santé Connect reste ouverte

  @REQ:PSC-RP-13 @REQ:PSC-RP-15 @REQ:PSC-RP-16
  Plan du Scénario: un médecin se déconnecte du logiciel même si Pro Santé Connect <refus>
    Étant donné un médecin connecté avec Pro Santé Connect
    Et une panne : Pro Santé Connect <refus>
    Quand le médecin se déconnecte
    Alors le médecin n'est plus connecté au logiciel
    Et le logiciel ne redemande pas sans fin de fermer la session
    Quand le médecin consulte son profil professionnel
    Alors le logiciel ne se sert plus de cette session

    Exemples:
      | refus                                                   |
      | tient la demande de déconnexion pour périmée            |
      | tient la demande de déconnexion pour celle d'un autre logiciel |
      | refuse l'adresse où revenir après la déconnexion        |

  @REQ:EXI-PSC-32 @REQ:SSI/IE.39 @REQ:PSC-RP-15 @REQ:PSC-RP-16
  Scénario: un médecin inactif est déconnecté du logiciel, non de Pro Santé Connect
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand le médecin laisse son poste inactif
    Alors le médecin n'est plus connecté au logiciel
    Et la session Pro Santé Connect du médecin reste ouverte
    Quand le médecin consulte son profil professionnel
    Alors le logiciel ne se sert plus de cette session
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors la session du médecin est ouverte à Pro Santé Connect
