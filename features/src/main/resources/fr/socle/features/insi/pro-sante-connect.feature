# language: fr
@INS @vague1
Fonctionnalité: Appeler INSi sous Pro Santé Connect, tel que connu

  Ce mode n'est connu que de seconde main : une assertion non signée. Comment le jeton voyage n'est pas publié ; le banc
  suppose qu'il accompagne l'appel, et n'en juge personne.

  Contexte:
    Étant donné un médecin connecté avec Pro Santé Connect

  @REQ:INSI-T04
  Scénario: une recherche par les traits sous Pro Santé Connect (mode supposé)
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Quand le médecin appelle INSi sous Pro Santé Connect
    Alors les assertions de ses appels à INSi sont en règle

  @REQ:INSI-T04
  Scénario: une recherche par carte Vitale sous Pro Santé Connect (mode supposé)
    Étant donné un patient connu d'INSi
    Et son dossier, que le médecin a créé
    Et sa carte Vitale, dans le lecteur
    Quand le médecin appelle INSi avec la carte Vitale, sous Pro Santé Connect
    Alors les assertions de ses appels à INSi sont en règle
