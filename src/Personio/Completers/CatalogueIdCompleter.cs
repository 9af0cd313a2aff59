namespace Personio.Completers;

/// <summary>Completes the ids of the entries that a cmdlet gets, by their names.</summary>
public sealed class CatalogueIdCompleter : CatalogueCompleter;
