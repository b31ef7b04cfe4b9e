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

  @REQ:PSC-RP-12 @reglage:psc.access-token-seconds=2
  Scénario: un médecin dont la session est finie est invité à se reconnecter
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand Pro Santé Connect ne prolonge plus sa session
    Et le jeton d'accès du médecin a expiré
    Et le médecin consulte son profil professionnel
    Alors le logiciel invite le médecin à se reconnecter

  @REQ:EXI-PSC-20 @REQ:PSC-RP-13 @REQ:PSC-RP-23 @REQ:SSI/IE.38
  Scénario: un médecin se déconnecte, puis se connecte de nouveau
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand le médecin se déconnecte
    Alors le médecin n'est plus connecté au logiciel
    Et sa session est fermée à Pro Santé Connect
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors Pro Santé Connect lui a redemandé de s'authentifier
