# language: fr
@PSC @vague2
Fonctionnalité: Être prévenu par Pro Santé Connect de la fin d'une session

  Un logiciel qui a déclaré une adresse pour cela reçoit de Pro Santé Connect un avis quand une
  session se termine ailleurs. Il ferme alors la session désignée, et elle seule ; un avis qui ne se
  vérifie pas ne ferme rien.

  @REQ:PSC-RP-14 @REQ:PSC-RP-15 @REQ:PSC-RP-16
  Scénario: une session fermée par Pro Santé Connect l'est aussi dans le logiciel
    Étant donné un médecin connecté avec Pro Santé Connect
    Et le logiciel s'est déclaré pour être prévenu des déconnexions
    Quand Pro Santé Connect met fin à la session du médecin
    Alors le logiciel a pris acte de l'avis de déconnexion
    Quand le médecin consulte son profil professionnel
    Alors le logiciel ne se sert plus de cette session
    Et le médecin n'est plus connecté au logiciel
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors la session du médecin est ouverte à Pro Santé Connect

  @REQ:PSC-RP-14
  Plan du Scénario: un avis de déconnexion <défaut> ne ferme rien
    Étant donné un médecin connecté avec Pro Santé Connect
    Et le logiciel s'est déclaré pour être prévenu des déconnexions
    Quand le logiciel reçoit un avis de déconnexion <défaut>
    Alors le logiciel refuse cet avis
    Quand le médecin consulte son profil professionnel
    Alors le logiciel se sert encore de la session du médecin
    Et le médecin est toujours connecté

    Exemples:
      | défaut                             |
      | dont la signature est fausse       |
      | qui porte un nonce                 |
      | d'un autre émetteur                |
      | destiné à un autre logiciel        |
      | qui n'annonce pas une déconnexion  |
      | qui ne désigne personne            |

  @REQ:PSC-RP-14-SID
  Scénario: l'avis d'une session précédente ne ferme pas la session ouverte depuis
    Étant donné un médecin connecté avec Pro Santé Connect
    Et le logiciel s'est déclaré pour être prévenu des déconnexions
    Quand le médecin se déconnecte
    Et le médecin se connecte de nouveau avec Pro Santé Connect
    Et le logiciel reçoit l'avis de déconnexion de sa session précédente
    Et le médecin consulte son profil professionnel
    Alors le logiciel se sert encore de la session du médecin
    Et le médecin est toujours connecté

  @REQ:PSC-RP-14 @REQ:PSC-RP-15 @REQ:PSC-RP-16
  Scénario: un avis de déconnexion reçu deux fois ne trouble pas le logiciel
    Étant donné un médecin connecté avec Pro Santé Connect
    Et le logiciel s'est déclaré pour être prévenu des déconnexions
    Quand le logiciel reçoit deux fois le même avis de déconnexion
    Alors le logiciel a répondu à chacun des deux avis
    Quand le médecin consulte son profil professionnel
    Alors le logiciel ne se sert plus de cette session
    Quand le médecin se connecte de nouveau avec Pro Santé Connect
    Alors la session du médecin est ouverte à Pro Santé Connect
