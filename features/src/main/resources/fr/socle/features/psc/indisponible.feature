# language: fr
@PSC @vague2
Fonctionnalité: Se connecter quand Pro Santé Connect est en panne

  @REQ:PSC-RP-15
  Plan du Scénario: le médecin apprend que Pro Santé Connect <panne>, puis se connecte
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne générale : Pro Santé Connect <panne>
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel dit au médecin que la connexion n'a pas abouti
    Et le logiciel ne rappelle pas sans fin Pro Santé Connect
    Quand la panne générale de Pro Santé Connect est finie
    Et le médecin recommence et accepte la connexion
    Alors la session du médecin est ouverte à Pro Santé Connect

    Exemples:
      | panne                            |
      | renvoie une erreur de passerelle |
      | est indisponible                 |
      | met trop de temps                |
      | coupe les connexions             |
