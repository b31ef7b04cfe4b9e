# language: fr
@DMP @vague2 @reglage:psc.ciba-interval-seconds=1
Fonctionnalité: Appeler le DMP par le Proxy e-Santé

  Le logiciel passe par un Proxy e-Santé, qui montre au DMP le certificat de la structure. Le proxy
  ne rend au logiciel ni le nom ni la spécialité du médecin : le VIHF les tient de son compte.

  Contexte:
    Étant donné un médecin qui a un compte au logiciel, connecté par le Proxy e-Santé
    Et un patient à l'identité qualifiée

  @REQ:DMP-T03 @REQ:DMP-T04 @REQ:DMP-T05 @REQ:DMP-T21 @REQ:DMP-T27
  Scénario: un courrier validé part au DMP par le proxy
    Quand le médecin valide un courrier d'adressage
    Alors cet envoi est passé par le Proxy e-Santé
    Et ses échanges avec le DMP sont en règle

  @REQ:DMP/PSC.01
  Scénario: le médecin cherche dans le DMP par le proxy, sous son identité
    Étant donné son DMP est ouvert au médecin
    Et le patient accepte que le médecin consulte son DMP
    Quand le médecin liste les documents du DMP sous Pro Santé Connect
    Alors la recherche porte l'identité du médecin connecté, sous Pro Santé Connect

  @REQ:DMP-T03 @REQ:DMP-T04 @REQ:DMP-T05 @REQ:DMP-T12 @REQ:DMP-T30
  Scénario: le médecin consulte le DMP par le proxy
    Étant donné son DMP est ouvert au médecin
    Et le patient accepte que le médecin consulte son DMP
    Et dans son DMP, un compte rendu de consultation d'un confrère
    Quand le médecin liste les documents du DMP sous Pro Santé Connect
    Et le médecin ouvre le document du confrère
    Alors la liste et le document sont passés par le Proxy e-Santé
    Et ses échanges avec le DMP sont en règle
