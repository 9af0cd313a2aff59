namespace Personio;

/// <summary>Whether a webhook is called.</summary>
public enum WebhookStatus
{
    /// <summary>It is called.</summary>
    Enabled,

    /// <summary>It is not called.</summary>
    Disabled,
}
