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
      | qui ne rappelle pas la demande         |
      | destiné aussi à un autre logiciel      |
      | signé de la clé publique prise pour un secret |
      | signé d'une clé qu'il dit lui-même où prendre |
      | signé d'un certificat qu'il dit lui-même où prendre |
      | chiffré pour quelqu'un d'autre         |
      | à qui il manque la signature           |
      | daté d'une horloge en retard de deux heures |

  @REQ:PSC-RP-05-RECO
  Plan du Scénario: le logiciel refuse aussi, comme l'usage le veut, un jeton d'identité <défaut>
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect remet un jeton d'identité <défaut>
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel refuse la connexion
    Et le logiciel ne se sert pas de cette connexion

    Exemples:
      | défaut                              |
      | daté du futur                       |
      | d'un autre niveau que celui demandé |
      | signé d'une clé trop courte         |
      | daté d'une horloge en avance de deux heures |

  @REQ:PSC-RP-15
  Plan du Scénario: le logiciel accepte, ou refuse en le disant, un jeton d'identité <forme>
    Étant donné un médecin connu de Pro Santé Connect
    Et une panne : Pro Santé Connect remet un jeton d'identité <forme>
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel connecte le médecin, ou lui dit clairement pourquoi il ne le fait pas

    Exemples:
      | forme                               |
      | qui ne dit pas son niveau           |
      | qui ne nomme pas sa clé             |
      | signé du secret du logiciel         |
      | qui ne va pas avec le jeton d'accès |
      | d'une authentification ancienne     |
      | daté d'une horloge décalée de vingt secondes |

  @REQ:PSC-RP-07-SUB
  Scénario: le logiciel refuse les données professionnelles de quelqu'un d'autre
    Étant donné un nouveau médecin, connu de Pro Santé Connect
    Et une panne : Pro Santé Connect remet les données professionnelles de quelqu'un d'autre
    Quand le médecin se connecte avec Pro Santé Connect
    Alors le logiciel ne se sert pas de ces données

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
