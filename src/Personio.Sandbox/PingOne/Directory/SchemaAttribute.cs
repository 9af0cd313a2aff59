namespace Personio.Sandbox.PingOne.Directory;

/// <summary>One attribute of the user schema.</summary>
internal sealed record SchemaAttribute(string Id, string Name, string Type, string SchemaType)
{
    public bool Enabled { get; set; } = true;

    public bool Required { get; set; }

    public bool Unique { get; set; }

    public bool MultiValued { get; set; }

    /// <summary>A regular expression every value has to match; null takes all.</summary>
    public string? Pattern { get; set; }

    /// <summary>The allowed values, true for those that are archived; null allows all.</summary>
    public IReadOnlyDictionary<string, bool>? Values { get; set; }

    public IReadOnlyList<string> SubAttributes { get; init; } = [];

    public bool IsCustom => SchemaType == "CUSTOM";
}
