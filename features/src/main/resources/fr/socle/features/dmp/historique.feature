# language: fr
@DMP @vague2
Fonctionnalité: Envoyer au DMP les documents des épisodes passés

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect

  @REQ:DMP/HISTO.05
  Scénario: les documents choisis partent, les autres restent
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Et au dossier, un certificat médical d'il y a deux ans
    Quand le médecin envoie ce document ancien au DMP
    Alors le DMP a reçu ce document une seule fois
    Et l'autre document ancien n'est pas parti

  @REQ:DMP/HISTO.05
  Scénario: les documents d'une identité qui n'est pas qualifiée ne partent pas
    Étant donné un patient à l'identité récupérée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Quand le médecin envoie ce document ancien au DMP
    Alors ce document ne part pas au DMP
    Quand le médecin contrôle la carte d'identité du patient
    Étant donné au dossier, un certificat médical d'il y a deux ans
    Quand le médecin envoie ce document ancien au DMP
    Alors le DMP a reçu ce document une seule fois

  @REQ:DMP/HISTO.05
  Scénario: deux documents choisis ensemble partent tous les deux
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Et au dossier, un certificat médical d'il y a deux ans
    Quand le médecin envoie ensemble ces documents anciens au DMP
    Alors le DMP a reçu une seule fois chacun des documents

  @REQ:DMP/HISTO.05 @REQ:DMP-T21 @REQ:DMP-T22 @REQ:DMP-T23 @REQ:DMP-T24 @REQ:DMP-T25 @REQ:DMP-T26 @REQ:DMP-T27 @REQ:DMP-T28
  Scénario: trois documents d'un lot arrivent chacun entier, membre du lot et bien décrit
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Et au dossier, un compte rendu de consultation d'il y a deux ans
    Et au dossier, un compte rendu de biologie d'il y a deux ans
    Quand le médecin envoie ces documents anciens au DMP en un seul lot
    Alors le DMP a reçu tous ces documents en un seul lot
    Et ses échanges avec le DMP sont en règle

  @REQ:DMP/HISTO.03
  Scénario: un document ancien garde la date de l'acte
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Quand le médecin envoie ce document ancien au DMP
    Alors ce document est daté, partout, du jour de l'acte

  @REQ:DMP/HISTO.04
  Scénario: la structure est auteur avec un médecin qui a quitté le répertoire
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'un médecin qui a quitté le répertoire
    Quand le médecin envoie ce document ancien au DMP
    Alors l'envoi et le document disent la structure auteur, à côté de ce médecin

  @REQ:DMP/HISTO.06
  Scénario: la reprise n'envoie rien d'une identité qui n'est pas qualifiée
    Étant donné un patient à l'identité récupérée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Et un autre patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Quand l'administrateur lance la reprise
    Alors seul le document du dernier patient est parti

  @REQ:DMP/HISTO.06
  Scénario: la reprise n'envoie rien d'un patient qui s'y oppose
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Et le patient refuse que le médecin alimente son DMP
    Et un autre patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Quand l'administrateur lance la reprise
    Alors seul le document du dernier patient est parti

  @REQ:DMP/HISTO.06
  Scénario: la reprise n'envoie rien d'un patient décédé
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Et le médecin a noté le décès du patient
    Et un autre patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Quand l'administrateur lance la reprise
    Alors seul le document du dernier patient est parti

  @REQ:DMP/HISTO.06 @REQ:DMP-T33
  Scénario: une reprise relancée n'envoie rien deux fois
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Quand l'administrateur lance la reprise
    Et l'administrateur lance la reprise
    Alors le DMP a reçu ce document une seule fois

  @REQ:DMP/HISTO.08
  Plan du Scénario: la reprise suit le réglage de <réglage>
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un certificat médical d'il y a dix ans
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Quand l'administrateur règle la reprise : <réglage>
    Et l'administrateur lance la reprise
    Alors le DMP a reçu ce document une seule fois
    Et l'autre document ancien n'est pas parti

    Exemples:
      | réglage                |
      | les courriers seuls    |
      | cinq ans de profondeur |

  @REQ:DMP/HISTO.08
  Scénario: la reprise ne va pas plus vite que son réglage
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un certificat médical d'il y a deux ans
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Quand l'administrateur règle la reprise : un document à la fois
    Et l'administrateur lance la reprise
    Alors un seul document est parti
    Quand l'administrateur lance la reprise
    Alors le DMP a reçu une seule fois chacun des documents

  @REQ:DMP/HISTO.08
  Scénario: la reprise peut suivre l'ouverture d'un dossier
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un courrier d'adressage d'il y a deux ans
    Quand l'administrateur règle la reprise : à l'ouverture d'un dossier
    Et le médecin ouvre le dossier du patient
    Alors le DMP a reçu ce document une seule fois

  @REQ:DMP/HISTO.01
  Scénario: le logiciel montre ce que le DMP a reçu
    Étant donné un patient à l'identité qualifiée
    Et au dossier, un certificat médical d'il y a deux ans
    Et un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin lit l'état de ses envois
    Alors l'état des envois dit ce que le DMP tient
