namespace Personio.Rest;

/// <summary>An object with an id that is unique in its listing.</summary>
internal interface IIdentified
{
    /// <summary>The id; null where the service sent none.</summary>
    string? Identity { get; }
}
