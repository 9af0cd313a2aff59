namespace Personio.PingOne;

/// <summary>A region of PingOne. An organization is in exactly one, and the others do not know its IDs.</summary>
/// <param name="Code">The code used by the environment.</param>
/// <param name="TopLevelDomain">The end of the host names.</param>
/// <param name="Name">The name in the admin console.</param>
public sealed record PingOneRegion(string Code, string TopLevelDomain, string Name)
{
    /// <summary>All regions.</summary>
    public static IReadOnlyList<PingOneRegion> All { get; } =
    [
        new("NA", "com", "North America"),
        new("CA", "ca", "Canada"),
        new("EU", "eu", "European Union"),
        new("AU", "com.au", "Australia"),
        new("SG", "sg", "Singapore"),
        new("AP", "asia", "Asia-Pacific"),
    ];

    /// <summary>The origin of the API host.</summary>
    public Uri ApiBaseUri => new($"https://api.pingone.{TopLevelDomain}/");

    /// <summary>The origin of the authentication host.</summary>
    public Uri AuthBaseUri => new($"https://auth.pingone.{TopLevelDomain}/");

    /// <summary>Finds a region by its code, its top-level domain or its name in the console, ignoring case.</summary>
    /// <param name="text">The text entered by a user, for example <c>EU</c>, <c>com.au</c> or
    /// <c>Asia-Pacific</c>.</param>
    /// <returns>The region; null if the text matches none.</returns>
    public static PingOneRegion? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string normalized = Normalize(text);
        // "com" is North America's domain, and the console shows "North America" with and without "excluding Canada".
        return All.FirstOrDefault(region => normalized == Normalize(region.Code)
            || normalized == Normalize(region.TopLevelDomain))
            ?? All.FirstOrDefault(region => normalized == Normalize(region.Name)
                || normalized.StartsWith(Normalize(region.Name), StringComparison.Ordinal))
            ?? (normalized is "europe" ? All.First(region => region.Code == "EU") : null)
            ?? (normalized is "asia" or "asiapacific" or "apac" ? All.First(region => region.Code == "AP") : null);
    }

    /// <inheritdoc/>
    public override string ToString() => Code;

    private static string Normalize(string text) => string.Concat(text.Trim().ToLowerInvariant().Where(
        letter => char.IsAsciiLetter(letter) || letter == '.')).TrimStart('.');
}
