namespace Personio.Rest;

/// <summary>An object with an ID that is unique in its list.</summary>
internal interface IIdentified
{
    /// <summary>The ID; null if the service sent none.</summary>
    string? Identity { get; }
}
