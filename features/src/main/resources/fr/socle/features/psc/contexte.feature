# language: fr
@PSC @vague2
Fonctionnalité: Passer le patient d'un logiciel à l'autre

  Deux logiciels du même médecin se passent le patient en cours, sous sa connexion Pro Santé Connect.
  C'est un projet à l'étude et un démonstrateur : rien ici ne vaut plus qu'une réserve.

  @REQ:PSC.11 @REQ:PSC.12
  Scénario: un médecin passe un patient à un autre de ses logiciels
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin passe ce patient à un autre logiciel
    Alors le patient est déposé sous l'identité du médecin

  @REQ:PSC.11
  Scénario: un médecin reprend le patient qu'un de ses logiciels a déposé
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin passe ce patient à un autre logiciel
    Et le médecin reprend le patient déposé
    Alors le logiciel a relu le dépôt sous l'identité du médecin
    Et le logiciel montre ce patient au médecin

  @REQ:PSC.12 @reglage:psc.access-token-seconds=2
  Scénario: un médecin passe un patient alors que son jeton d'accès a expiré
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le jeton d'accès du médecin a expiré
    Et le médecin passe ce patient à un autre logiciel
    Alors le patient est déposé sous l'identité du médecin
