# language: fr
@DMP @vague2
Fonctionnalité: Respecter le choix du patient

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect
    Et un patient à l'identité qualifiée
    Et son DMP est ouvert au médecin

  @REQ:DMP/CONF.06
  Scénario: l'opposition à la consultation l'empêche, l'accord la permet
    Étant donné le patient refuse que le médecin consulte son DMP
    Quand le médecin liste les documents du DMP
    Alors rien n'a été consulté dans le DMP
    Quand le patient accepte que le médecin consulte son DMP
    Et le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche

  @REQ:DMP/CONF.06
  Scénario: sans accord noté, rien n'est consulté
    Quand le médecin liste les documents du DMP
    Alors rien n'a été consulté dans le DMP
    Quand le patient accepte que le médecin consulte son DMP
    Et le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche

  @REQ:DMP/CONF.06
  Scénario: ouvrir le dossier d'un patient opposé ne consulte rien
    Étant donné le patient refuse que le médecin consulte son DMP
    Et dans son DMP, un compte rendu de consultation d'un confrère
    Quand le médecin ouvre le dossier du patient
    Alors rien n'a été consulté dans le DMP
    Quand le patient accepte que le médecin consulte son DMP
    Et le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche

  @REQ:DMP/UX.06
  Scénario: le patient change d'avis pendant la consultation
    Étant donné le patient accepte que le médecin consulte son DMP
    Quand le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche
    Quand le patient refuse que le médecin consulte son DMP
    Et le médecin liste les documents du DMP
    Alors rien n'a été consulté dans le DMP
    Quand le patient accepte que le médecin consulte son DMP
    Et le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche

  @REQ:DMP/CONF.09
  Scénario: l'opposition à l'alimentation bloque l'envoi
    Étant donné le patient refuse que le médecin alimente son DMP
    Quand le médecin valide un courrier d'adressage
    Alors ce document ne part pas au DMP
    Quand le patient accepte que le médecin alimente son DMP
    Et le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois

  @REQ:DMP/CONF.09
  Scénario: l'opposition à l'alimentation bloque aussi une correction
    Étant donné un courrier d'adressage que le médecin a envoyé au DMP
    Et le patient refuse que le médecin alimente son DMP
    Quand le médecin corrige ce document
    Alors ce document ne part pas au DMP

  @REQ:DMP/CONF.09
  Scénario: s'opposer à la consultation n'empêche pas d'alimenter
    Étant donné le patient refuse que le médecin consulte son DMP
    Quand le médecin valide un courrier d'adressage
    Alors le DMP a reçu ce document une seule fois

  @REQ:DMP/CONF.06
  Scénario: s'opposer à l'alimentation n'empêche pas de consulter
    Étant donné le patient refuse que le médecin alimente son DMP
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin liste les documents du DMP
    Alors le DMP a reçu une recherche
