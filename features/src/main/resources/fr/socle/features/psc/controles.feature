# language: fr
@PSC @vague2
Fonctionnalité: Refuser une connexion dont quelque chose ne va pas

  Pro Santé Connect ou quelqu'un qui se fait passer pour lui rend au logiciel autre chose que ce
  qu'il attend. Le logiciel n'ouvre pas de session.

  @REQ:PSC-RP-05
  Plan du Scénario: le logiciel refuse un jeton d'identité <défaut>
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect remet un jeton d'identité <défaut>
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel refuse la connexion
    Et le logiciel ne se sert pas de cette connexion

    Exemples:
      | défaut                                 |
      | fait pour une autre demande            |
      | d'un autre émetteur                    |
      | destiné à un autre logiciel            |
      | périmé                                 |
      | dont la signature est fausse           |
      | signé d'une clé que personne ne connaît |
      | non signé                              |

  @REQ:PSC-RP-03
  Plan du Scénario: le logiciel refuse un retour de connexion qui <défaut>
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : le retour de connexion <défaut>
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel refuse la connexion
    Et le logiciel n'a demandé aucun jeton

    Exemples:
      | défaut                                |
      | répond à une autre demande            |
      | ne dit pas à quelle demande il répond |

  @REQ:PSC-RP-03-ISS
  Scénario: le logiciel refuse un retour de connexion qui vient d'un autre fournisseur d'identité
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : le retour de connexion vient d'un autre fournisseur d'identité
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel refuse la connexion
    Et le logiciel n'a demandé aucun jeton
