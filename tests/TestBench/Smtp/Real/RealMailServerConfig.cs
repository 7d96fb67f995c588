using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.TestBench.Smtp.Real;

/// <summary>The configuration folders of a Postfix and a Dovecot of our own: everything on 127.0.0.1, and no mail leaves it.</summary>
internal sealed record RealMailServerConfig(string Folder, RealMailServerPorts Ports, string User, string Password, int PolicyPort)
{
    /// <summary>Writes all files.</summary>
    public void Write(X509Certificate2 certificate, X509Certificate2Collection authorities)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "postfix"));
        Directory.CreateDirectory(Path.Combine(Folder, "queue"));
        Directory.CreateDirectory(Path.Combine(Folder, "data"));
        Directory.CreateDirectory(Path.Combine(Folder, "dovecot", "run"));
        Directory.CreateDirectory(Path.Combine(Folder, "dovecot", "state"));
        string chain = string.Concat(authorities.Prepend(certificate).Select(one => one.ExportCertificatePem() + "\n"));
        File.WriteAllText(Path.Combine(Folder, "certificate.pem"), chain);
        File.WriteAllText(Path.Combine(Folder, "key.pem"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(Folder, "postfix", "main.cf"), Main);
        File.WriteAllText(Path.Combine(Folder, "postfix", "master.cf"), Master);
        File.WriteAllText(Path.Combine(Folder, "postfix", "senders"), $"/^{User.Replace(".", "\\.", StringComparison.Ordinal)}$/ {User}\n/./ nobody\n");
        File.WriteAllText(Path.Combine(Folder, "dovecot", "dovecot.conf"), Dovecot);
        File.WriteAllText(Path.Combine(Folder, "dovecot", "users"), $"{User}:{{PLAIN}}{Password}\n");
    }

    private string Main => $"""
        compatibility_level = 3.6
        queue_directory = {Folder}/queue
        data_directory = {Folder}/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        meta_directory = /etc/postfix
        shlib_directory = /usr/lib/postfix
        mail_owner = postfix
        setgid_group = postdrop
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mail.example.org
        mydestination =
        mynetworks = 192.0.2.0/24
        default_transport = discard:
        relay_transport = discard:
        local_transport = discard:
        alias_maps =
        alias_database =
        maillog_file = {Folder}/mail.log
        maillog_file_prefixes = {Folder}
        smtpd_tls_chain_files = {Folder}/key.pem, {Folder}/certificate.pem
        smtpd_tls_security_level = may
        smtpd_tls_auth_only = yes
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = inet:127.0.0.1:{Ports.Sasl}
        smtpd_sender_login_maps = regexp:{Folder}/postfix/senders
        smtpd_sender_restrictions = reject_authenticated_sender_login_mismatch
        smtpd_error_sleep_time = 0
        anvil_rate_time_unit = 1h
        smtpd_helo_required = yes
        smtpd_helo_restrictions = reject_non_fqdn_helo_hostname
        smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination

        """;

    private string Master => string.Create(CultureInfo.InvariantCulture, $"""
        127.0.0.1:{Ports.Submission} inet n - n - - smtpd
        127.0.0.1:{Ports.Implicit} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
        127.0.0.1:{Ports.Limited} inet n - n - - smtpd -o smtpd_client_message_rate_limit=2
        127.0.0.1:{Ports.Greylisted} inet n - n - - smtpd -o smtpd_recipient_restrictions=check_policy_service,inet:127.0.0.1:{PolicyPort}
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        discard unix - - n - - discard
        error unix - - n - - error
        anvil unix - - n - 1 anvil
        tlsmgr unix - - n 1000? 1 tlsmgr
        proxymap unix - - n - - proxymap
        postlog unix-dgram n - n - 1 postlogd

        """);

    private string Dovecot => string.Create(CultureInfo.InvariantCulture, $$"""
        protocols =
        base_dir = {{Folder}}/dovecot/run
        state_dir = {{Folder}}/dovecot/state
        log_path = {{Folder}}/dovecot/log
        ssl = no
        auth_mechanisms = plain login cram-md5
        auth_failure_delay = 0
        passdb {
          driver = passwd-file
          args = scheme=PLAIN username_format=%u {{Folder}}/dovecot/users
        }
        userdb {
          driver = static
          args = uid=65534 gid=65534 home={{Folder}}
        }
        service auth {
          inet_listener {
            address = 127.0.0.1
            port = {{Ports.Sasl}}
          }
        }

        """);
}
