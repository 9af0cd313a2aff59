namespace Personio.Lifecycle;

/// <summary>How letters outside a-z are spelled in user names.</summary>
public enum Transliteration
{
    /// <summary>ä ae, ö oe, ü ue, å a, ø oe.</summary>
    German,

    /// <summary>Like German, but å aa.</summary>
    Scandinavian,

    /// <summary>ä a, ö o, ü u, å a, ø o.</summary>
    Plain,
}
