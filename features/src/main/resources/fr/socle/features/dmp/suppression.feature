# language: fr
@DMP @vague2
Fonctionnalité: Retirer un document du DMP

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée

  @REQ:DMP/CONF.03 @REQ:DMP/va1.16
  Scénario: un courrier envoyé par erreur est retiré
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin retire ce document du DMP
    Alors ce document est supprimé du DMP

  @REQ:DMP/CONF.03
  Scénario: retirer un document laisse les autres
    Étant donné un certificat médical que le médecin a envoyé au DMP
    Et un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin retire ce document du DMP
    Alors ce document est supprimé du DMP
    Et l'autre document est toujours dans le DMP

  @REQ:DMP/CONF.05 @REQ:DMP-T14
  Scénario: retirer un document ne demande pas d'autorisation d'accès
    Étant donné son DMP est ouvert, sans autorisation pour le médecin
    Et un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin retire ce document du DMP
    Alors ce document est supprimé du DMP
    Et aucune autorisation n'est partie

  @REQ:DMP/CONF.06
  Scénario: retirer un document se fait sans rien consulter
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Et le patient refuse que le médecin consulte son DMP
    Quand le médecin retire ce document du DMP
    Alors ce document est supprimé du DMP
    Et rien n'a été consulté dans le DMP

  @REQ:DMP/CONF.03
  Scénario: le dernier document corrigé est celui qui est retiré
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Et sa correction, que le médecin a envoyée au DMP
    Quand le médecin retire ce document du DMP
    Alors ce document est supprimé du DMP

  @REQ:DMP-T31
  Scénario: un courrier retiré l'est dans les formes
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin retire ce document du DMP
    Alors ce document est supprimé du DMP
    Et ses échanges avec le DMP sont en règle
