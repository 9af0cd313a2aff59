namespace Personio.Sandbox.PingOne.Directory;

/// <summary>One attribute of the user schema.</summary>
internal sealed record SchemaAttribute(string Id, string Name, string Type, string SchemaType)
{
    public bool Enabled { get; set; } = true;

    public bool Required { get; set; }

    public bool Unique { get; set; }

    public bool MultiValued { get; set; }

    /// <summary>A regular expression that every value must match; null allows all.</summary>
    public string? Pattern { get; set; }

    /// <summary>The allowed values, each with true if it is archived; null allows all.</summary>
    public IReadOnlyDictionary<string, bool>? Values { get; set; }

    public IReadOnlyList<string> SubAttributes { get; init; } = [];

    public bool IsCustom => SchemaType == "CUSTOM";
}
