# language: fr
@DMP @vague2
Fonctionnalité: Ne rien perdre quand le DMP ne répond pas

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée

  @REQ:DMP/ALI/PROG.06 @REQ:DMP/ALI/PROG.07
  Plan du Scénario: un courrier validé pendant que le DMP <panne> part plus tard, une fois
    Étant donné une panne : le DMP <panne>
    Quand le médecin valide un courrier d'adressage
    Et la panne du DMP est finie
    Alors le DMP reçoit ce document, une seule fois, sans autre geste

    Exemples:
      | panne                         |
      | est indisponible              |
      | n'est plus joignable          |
      | n'accepte plus le certificat  |
      | présente un certificat expiré |
      | est en panne                  |

  @REQ:DMP/ALI/PROG.06
  Scénario: le logiciel montre ce qui attend
    Étant donné une panne : le DMP est indisponible
    Quand le médecin valide un courrier d'adressage
    Et le médecin lit l'état de ses envois
    Alors l'état des envois dit ce document en attente

  @REQ:DMP/ALI/PROG.07
  Scénario: trois documents validés pendant une panne partent tous
    Étant donné une panne : le DMP est indisponible
    Quand le médecin valide un courrier d'adressage
    Et le médecin valide un certificat médical
    Et le médecin valide un compte rendu de consultation
    Et la panne du DMP est finie
    Alors le DMP reçoit chaque document, une seule fois, sans autre geste

  @REQ:DMP-T33 @REQ:DMP-T36
  Scénario: une réponse perdue ne fait pas deux documents
    Étant donné une panne : la réponse du DMP au premier envoi se perd
    Quand le médecin valide un courrier d'adressage
    Alors le DMP n'a qu'un exemplaire de ce document

  @REQ:DMP-T33
  Scénario: un document retenu en file puis corrigé ne laisse qu'une version actuelle
    Étant donné une panne : le DMP est indisponible
    Quand le médecin valide un courrier d'adressage
    Et le médecin corrige ce document
    Et la panne du DMP est finie
    Alors le DMP reçoit ce document, une seule fois, sans autre geste
    Et une seule version de ce document est actuelle
