namespace Personio;

/// <summary>Whether a webhook is called.</summary>
public enum WebhookStatus
{
    /// <summary>The webhook is called.</summary>
    Enabled,

    /// <summary>The webhook is not called.</summary>
    Disabled,
}
