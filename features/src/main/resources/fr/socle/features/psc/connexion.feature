# language: fr
@PSC @vague2
Fonctionnalité: Se connecter avec Pro Santé Connect

  @REQ:PSC.01 @REQ:PSC.08 @REQ:EXI-PSC-08 @REQ:EXI-PSC-09 @REQ:EXI-PSC-10 @REQ:EXI-PSC-15 @REQ:EXI-PSC-16 @REQ:PSC-RP-02 @REQ:PSC-RP-07
  Scénario: un médecin se connecte
    Étant donné un médecin connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Alors Pro Santé Connect a reçu sa demande de connexion
    Et la session du médecin est ouverte à Pro Santé Connect
    Et Pro Santé Connect a accepté l'échange du code et la demande de profil
    Et Pro Santé Connect a donné son profil professionnel au logiciel
    Et le logiciel reconnaît le médecin

  @REQ:PSC-RP-02 @REQ:PSC.01
  Scénario: un médecin se connecte deux fois de suite
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors Pro Santé Connect a reçu sa demande de connexion
    Et la session du médecin est ouverte à Pro Santé Connect

  @REQ:PSC-RP-06
  Scénario: un médecin se connecte alors que Pro Santé Connect vient de changer de clé
    Étant donné un médecin connecté avec Pro Santé Connect
    Et une panne : Pro Santé Connect change de clé de signature
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors le logiciel a relu les clés de Pro Santé Connect
    Et la session du médecin est ouverte à Pro Santé Connect
    Et le logiciel reconnaît le médecin

  @REQ:PSC-RP-15
  Scénario: un médecin refuse la connexion, puis recommence
    Étant donné un médecin qui refusera la connexion sur son téléphone
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'a demandé aucun jeton
    Quand le médecin recommence et accepte la connexion
    Alors la session du médecin est ouverte à Pro Santé Connect

  @REQ:PSC-RP-15
  Scénario: un médecin laisse passer le délai, puis recommence
    Étant donné un médecin qui laissera passer le délai de connexion
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel n'a demandé aucun jeton
    Quand le médecin recommence et accepte la connexion
    Alors la session du médecin est ouverte à Pro Santé Connect

  @REQ:PSC-RP-04 @REQ:PSC-RP-15
  Scénario: le navigateur du médecin revient deux fois au logiciel
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : le retour de connexion arrive deux fois
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel n'a présenté chaque code qu'une fois
    Et la session du médecin est ouverte à Pro Santé Connect
