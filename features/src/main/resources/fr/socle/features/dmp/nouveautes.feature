# language: fr
@DMP @vague2
Fonctionnalité: Voir ce qui est nouveau dans le DMP

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée
    Et son DMP est ouvert au médecin
    Et le patient accepte que le médecin consulte son DMP

  @REQ:DMP/UX.15
  Scénario: les documents ajoutés par des tiers sont comptés par type, sans un clic
    Étant donné le dossier, que le médecin a ouvert une première fois
    Et dans son DMP, un compte rendu de biologie d'un confrère
    Et dans son DMP, un compte rendu de biologie d'un confrère
    Et dans son DMP, un compte rendu de consultation d'un confrère
    Quand le médecin ouvre le dossier du patient
    Alors le logiciel a interrogé le DMP
    Et le logiciel annonce 2 comptes rendus de biologie et 1 compte rendu de consultation

  @REQ:DMP/UX.15
  Scénario: quand rien n'a été ajouté, rien n'est annoncé
    Étant donné dans son DMP, un compte rendu de biologie d'un confrère
    Et le dossier, que le médecin a ouvert une première fois
    Quand le médecin ouvre le dossier du patient
    Alors le logiciel a interrogé le DMP
    Et le logiciel n'annonce aucun document

  @REQ:DMP/UX.15
  Scénario: les documents du cabinet ne sont pas des nouveautés
    Étant donné le dossier, que le médecin a ouvert une première fois
    Et un courrier d'adressage que le médecin a envoyé au DMP
    Quand le médecin ouvre le dossier du patient
    Alors le logiciel a interrogé le DMP
    Et le logiciel n'annonce aucun document

  @REQ:CDA/DD.05
  Scénario: la version nouvelle d'un document intégré est annoncée, puis intégrée
    Étant donné dans son DMP, un compte rendu de consultation d'un confrère
    Et le document du confrère, que le médecin a intégré
    Et dans son DMP, une version nouvelle de ce document
    Quand le médecin ouvre le dossier du patient
    Alors le logiciel a interrogé le DMP
    Et le logiciel annonce la version nouvelle de ce document
    Quand le médecin intègre la version nouvelle
    Alors le DMP a remis la version nouvelle
