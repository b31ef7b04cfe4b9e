# language: fr
@DMP @vague1
Fonctionnalité: Choisir à qui un document est visible

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée

  @REQ:DMP/va1.17 @REQ:DMP/va1.18
  Plan du Scénario: un courrier <à qui> à l'envoi
    Quand le médecin valide un courrier d'adressage <à qui>
    Alors le DMP a reçu ce document une seule fois
    Et ce document est dans le DMP du patient, <à qui>

    Exemples:
      | à qui                     |
      | masqué aux professionnels |
      | non visible du patient    |

  @REQ:DMP/va1.17 @REQ:DMP/va1.18
  Scénario: un courrier d'un mineur n'est pas visible de ses représentants légaux
    Étant donné un patient mineur à l'identité qualifiée
    Quand le médecin valide un courrier d'adressage non visible des représentants légaux
    Alors le DMP a reçu ce document une seule fois
    Et ce document est dans le DMP du patient, non visible des représentants légaux

  @REQ:DMP/va1.17
  Scénario: masquer un courrier ne masque pas le suivant
    Quand le médecin valide un courrier d'adressage non visible du patient
    Et le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois
    Et ce document est dans le DMP du patient, visible de tous

  @REQ:DMP/va1.16
  Scénario: un courrier déjà envoyé est masqué aux professionnels
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin masque ce document aux professionnels
    Alors ce document est dans le DMP du patient, masqué aux professionnels

  @REQ:DMP/va1.16
  Scénario: un confrère ne lit pas le courrier masqué aux professionnels
    Étant donné un certificat médical que le médecin a envoyé au DMP
    Et un courrier d'adressage que le médecin a envoyé au DMP
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin masque ce document aux professionnels
    Alors un confrère, que le patient a autorisé, lit l'autre document et non celui-ci

  @REQ:DMP/va1.16 @REQ:DMP-T33
  Scénario: masquer un document ne l'envoie pas de nouveau
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin masque ce document aux professionnels
    Alors le DMP n'a pas reçu deux fois ce document

  @REQ:DMP/va1.16
  Scénario: un courrier non visible du patient lui est montré après l'annonce
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP, non visible du patient
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin montre ce document au patient
    Alors ce document est dans le DMP du patient, visible de tous

  @REQ:DMP-T31
  Scénario: un document archivé quitte les documents actuels
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin archive ce document
    Alors ce document est archivé dans le DMP
    Et ses échanges avec le DMP sont en règle

  @REQ:DMP-T42
  Scénario: un document n'est jamais masqué à tous à la fois
    Quand le médecin tente de valider un courrier d'adressage masqué aux professionnels et non visible du patient
    Alors aucun envoi ne masque un document aux uns et aux autres

  @REQ:DMP/va1.18 @REQ:DMP-T34
  Scénario: en connexion secrète, les représentants légaux ne voient pas le document
    Étant donné un patient mineur à l'identité qualifiée
    Et le patient demande la connexion secrète
    Quand le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois
    Et ce document est dans le DMP du patient, non visible des représentants légaux
    Et cet envoi porte la marque de la connexion secrète
