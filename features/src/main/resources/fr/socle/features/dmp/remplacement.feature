# language: fr
@DMP @vague1
Fonctionnalité: Corriger un document que le DMP a déjà

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée

  @REQ:DMP/va1.16 @REQ:DMP-T24 @REQ:DMP-T35
  Scénario: un courrier corrigé remplace l'ancien
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin corrige ce document
    Alors le DMP a reçu ce document une seule fois
    Et il y remplace l'ancien
    Et l'ancien n'est plus qu'une version passée

  @REQ:DMP/va1.16
  Scénario: un courrier corrigé deux fois n'a qu'une version actuelle
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin corrige ce document
    Et le médecin corrige ce document
    Alors le DMP a reçu ce document une seule fois
    Et une seule version de ce document est actuelle

  @REQ:DMP/va1.16 @REQ:DMP-T35
  Scénario: un compte rendu de biologie complet remplace le partiel
    Étant donné un compte rendu de biologie partiel, que le médecin a envoyé au DMP
    Quand le médecin complète ce compte rendu
    Alors le DMP a reçu ce document une seule fois
    Et il y remplace l'ancien
    Et l'ancien n'est plus qu'une version passée

  @REQ:DMP-T25 @REQ:DMP-T24
  Scénario: le document corrigé nomme celui qu'il remplace
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin corrige ce document
    Alors le document corrigé dit lequel il remplace
    Et ses échanges avec le DMP sont en règle

  @REQ:DMP/va1.16
  Scénario: un courrier retenu puis corrigé ne remplace rien
    Quand le médecin valide un courrier d'adressage en retenant son envoi au DMP
    Et le médecin corrige ce document
    Alors aucun envoi ne remplace ce que le DMP n'a pas

  @REQ:DMP-T33
  Scénario: un document n'est pas envoyé deux fois
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin demande de nouveau l'envoi de ce document
    Alors le DMP n'a pas reçu deux fois ce document
