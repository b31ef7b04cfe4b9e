# language: fr
@DMP @vague1
Fonctionnalité: Alimenter le DMP dès qu'un document est validé

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée

  @REQ:DMP/va1.01 @REQ:DMP/ALI/PROG.02
  Scénario: un courrier validé part au DMP sans autre geste
    Quand le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois
    Et ce document est dans le DMP du patient, visible de tous

  @REQ:DMP/ALI/PROG.02
  Scénario: deux documents validés à la suite partent tous les deux
    Quand le médecin valide un courrier d'adressage
    Et le médecin valide un certificat médical
    Alors le DMP a reçu une seule fois chacun des documents

  @REQ:DMP/ALI/PROG.03
  Scénario: le médecin retient un document, et lui seul
    Quand le médecin valide un courrier d'adressage en retenant son envoi au DMP
    Alors ce document ne part pas au DMP
    Quand le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois

  @REQ:DMP/CONF.05 @REQ:DMP-T14
  Scénario: alimenter ne demande pas d'autorisation d'accès
    Étant donné son DMP est ouvert, sans autorisation pour le médecin
    Quand le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois
    Et aucune autorisation n'est partie

  @REQ:DMP-T40
  Scénario: alimenter n'est pas suivi d'une recherche
    Étant donné son DMP est ouvert au médecin
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois
    Et aucune recherche ne suit cet envoi

  @REQ:DMP-T10 @REQ:DMP-T21 @REQ:DMP-T22 @REQ:DMP-T23 @REQ:DMP-T24 @REQ:DMP-T25 @REQ:DMP-T26 @REQ:DMP-T27 @REQ:DMP-T28
  Scénario: un courrier arrive au DMP entier, signé et bien décrit
    Quand le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois
    Et ses échanges avec le DMP sont en règle

  @REQ:DMP-T41
  Plan du Scénario: un DMP <état> ne reçoit rien
    Étant donné son DMP est <état>
    Quand le médecin valide un courrier d'adressage
    Alors ce document ne part pas au DMP
    Et le logiciel dit que ce document n'est pas au DMP
    Étant donné son DMP est ouvert au médecin
    Quand le médecin ouvre le dossier du patient
    Et le médecin valide un certificat médical
    Alors le DMP a reçu ce document une seule fois

    Exemples:
      | état   |
      | fermé  |
      | absent |

  @REQ:DOC/va1.09
  Scénario: le document nomme ses destinataires
    Quand le médecin valide un courrier d'adressage pour deux confrères
    Alors le document reçu par le DMP nomme ses deux destinataires

  @REQ:DMP-T06 @REQ:DMP/va1.01
  Scénario: deux patients d'une même matinée ne se mêlent pas
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Et un autre patient à l'identité qualifiée
    Quand le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois
    Et ce document n'est que dans le DMP du patient
