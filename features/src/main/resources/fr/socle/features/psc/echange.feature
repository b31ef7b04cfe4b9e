# language: fr
@PSC @vague2
Fonctionnalité: Échanger le code et garder les secrets sur le serveur

  @REQ:EXI-PSC-22 @REQ:PSC-RP-04
  Scénario: le secret du logiciel et les jetons ne passent pas par le navigateur
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand le médecin consulte son profil professionnel
    Et le médecin se déconnecte
    Alors ni le secret du logiciel ni ses jetons n'ont passé par le navigateur
    Et le logiciel n'a présenté chaque code qu'une fois

  @REQ:PSC-RP-04 @REQ:PSC-RP-15
  Scénario: un échange de code qui échoue n'est pas retenté avec le même code
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect ne répond pas au premier échange de code
    Quand le médecin se connecte avec Pro Santé Connect
    Et le médecin recommence et accepte la connexion
    Alors la session du médecin est ouverte à Pro Santé Connect
    Et le logiciel n'a présenté chaque code qu'une fois

  @REQ:PSC-RP-04
  Scénario: la page de retour rouverte ne rejoue pas la connexion
    Étant donné un médecin connecté avec Pro Santé Connect
    Quand le navigateur du médecin rouvre la page de retour de la connexion
    Alors le logiciel n'a présenté chaque code qu'une fois

  @REQ:EXI-PSC-24 @REQ:PSC-RP-12 @REQ:PSC-RP-19 @client-psc:lps-demo-mtls @reglage:psc.access-token-seconds=2
  Scénario: un logiciel déclaré par certificat le présente à chaque appel direct
    Étant donné un médecin connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Alors la session du médecin est ouverte à Pro Santé Connect
    Quand le jeton d'accès du médecin a expiré
    Et le médecin consulte son profil professionnel
    Alors le logiciel a prolongé la session sans déranger le médecin
    Et le logiciel a présenté son certificat à chaque appel direct

  @REQ:EXI-PSC-24 @REQ:PSC-RP-13 @REQ:PSC-RP-19 @client-psc:lps-demo-mtls
  Scénario: un logiciel déclaré par certificat le présente aussi pour fermer la session
    Étant donné un médecin connu de Pro Santé Connect
    Quand le médecin se connecte avec Pro Santé Connect
    Et le médecin se déconnecte
    Alors sa session est fermée à Pro Santé Connect
    Et le logiciel a présenté son certificat à chaque appel direct
